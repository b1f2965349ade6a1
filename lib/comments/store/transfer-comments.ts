import type { Client, InStatement } from "@libsql/client";
import { type AuditLine, auditColumns, toAuditLine } from "@/lib/comments/store/audit-log";
import { argumentsOf, placeBelowParent } from "@/lib/comments/store/new-comment";
import { commentColumns, toComment } from "@/lib/comments/store/read-comments";
import type { Comment } from "@/lib/discussion/comment";

/** A comment with what only its keeper has to know. */
export interface KeptComment extends Comment {
  idempotencyKey?: string;
}

/** Whatever their status. */
export async function countAllComments(client: Client): Promise<number> {
  const { rows } = await client.execute("SELECT count(*) AS count FROM comments");
  return Number(rows[0]?.count);
}

/** Comments after an id, in the order of their ids. */
export async function readCommentsAfter(
  client: Client,
  id: string,
  most: number,
): Promise<KeptComment[]> {
  const { rows } = await client.execute({
    sql: `SELECT ${commentColumns}, idempotency_key FROM comments WHERE id > ? ORDER BY id LIMIT ?`,
    args: [id, most],
  });
  return rows.map((row) => ({
    ...toComment(row),
    ...(row.idempotency_key === null ? {} : { idempotencyKey: String(row.idempotency_key) }),
  }));
}

/** Ids of all posts that have comments, whatever their status, or a closed thread. */
export async function listThreads(client: Client): Promise<string[]> {
  const { rows } = await client.execute(
    "SELECT post_id FROM comments UNION SELECT post_id FROM closed_threads",
  );
  return rows.map(({ post_id }) => String(post_id));
}

/** Lines of the audit log after one, in their order. */
export async function readLinesAfter(
  client: Client,
  id: number,
  most: number,
): Promise<AuditLine[]> {
  const { rows } = await client.execute({
    sql: `SELECT ${auditColumns} FROM audit_log WHERE id > ? ORDER BY id LIMIT ?`,
    args: [id, most],
  });
  return rows.map(toAuditLine);
}

/** A comment that comes from elsewhere. Its place in the thread is found anew. */
export interface IncomingComment extends Omit<KeptComment, "depth"> {
  textHash: string;
}

/** Which of the comments are here already, by id or by key: what is here stays as it is. */
export async function findKnown(
  client: Client,
  comments: readonly Pick<IncomingComment, "id" | "idempotencyKey">[],
): Promise<{ id: string; idempotencyKey?: string }[]> {
  const { rows } = await client.execute({
    sql: `SELECT id, idempotency_key FROM comments
      WHERE id IN (SELECT value ->> 'id' FROM json_each(:all))
        OR idempotency_key IN (SELECT value ->> 'key' FROM json_each(:all))`,
    args: {
      all: JSON.stringify(comments.map(({ id, idempotencyKey: key }) => ({ id, key }))),
    },
  });
  return rows.map((row) => ({
    id: String(row.id),
    ...(row.idempotency_key === null ? {} : { idempotencyKey: String(row.idempotency_key) }),
  }));
}

/**
 * Stores comments in one transaction; parents have to stand before their answers.
 * @returns for each whether it was stored; not where it is here already
 */
export async function insertIncoming(
  client: Client,
  comments: readonly IncomingComment[],
): Promise<boolean[]> {
  const results = await client.batch(comments.map(insert), "write");
  return results.map(({ rowsAffected }) => rowsAffected === 1);
}

/** Whatever its status, what is answered has its place: an answer stands below it. */
const insert = (comment: IncomingComment): InStatement => ({
  sql: `INSERT INTO comments (id, post_id, parent_id, root_id, path, depth, status, name, email, website, text,
      text_hash, created_at, edited_at, version, writer_hash, address_hash, idempotency_key)
    SELECT :id, :post, parent.id, ${placeBelowParent},
      :status, :name, :email, :website, :text, :hash, :at, :edited, :version, :writer, :address, :key
    FROM (SELECT 1) LEFT JOIN comments AS parent ON parent.id = :parent AND parent.post_id = :post
    WHERE true ON CONFLICT DO NOTHING`,
  args: {
    ...argumentsOf(comment),
    at: Date.parse(comment.createdAt),
    edited: comment.editedAt === undefined ? null : Date.parse(comment.editedAt),
    version: comment.version,
    address: comment.addressHash ?? null,
  },
});

/** What belongs to comments without being one; what is here already is not stored twice. */
export interface Surroundings {
  closedThreads: readonly { postId: string; closedAt: string }[];
  blocks: readonly { kind: "address" | "word"; value: string; createdAt: string }[];
  log: readonly Omit<AuditLine, "id">[];
}

export async function insertSurroundings(
  client: Client,
  { closedThreads, blocks, log }: Surroundings,
): Promise<void> {
  const threads = closedThreads.map(({ postId, closedAt }) => ({
    sql: "INSERT OR IGNORE INTO closed_threads (post_id, closed_at) VALUES (?, ?)",
    args: [postId, Date.parse(closedAt)],
  }));
  const blocked = blocks.map(({ kind, value, createdAt }) => ({
    sql: "INSERT OR IGNORE INTO blocks (kind, value, created_at) VALUES (?, ?, ?)",
    args: [kind, value, Date.parse(createdAt)],
  }));
  const statements = [...threads, ...blocked, ...insertLines(log)];
  for (let start = 0; start < statements.length; start += linesAtOnce) {
    await client.batch(statements.slice(start, start + linesAtOnce), "write");
  }
}

/** Few enough that a running site, which waits for the lock, doesn't notice. */
const linesAtOnce = 100;

/** The same may have been done twice within a millisecond: a line is here if as many like it are as stand before it. */
function insertLines(log: Surroundings["log"]): InStatement[] {
  const seen = new Map<string, number>();
  return log.map(({ at, actor, action, commentId = null, detail }) => {
    const line = JSON.stringify([at, actor, action, commentId, detail]);
    const before = seen.get(line) ?? 0;
    seen.set(line, before + 1);
    return {
      sql: `INSERT INTO audit_log (at, actor, action, comment_id, detail)
        SELECT :at, :actor, :action, :comment, :detail
        WHERE (SELECT count(*) FROM audit_log INDEXED BY audit_log_by_time WHERE at = :at AND actor = :actor
          AND action = :action AND comment_id IS :comment AND detail = :detail) <= :before`,
      args: { at: Date.parse(at), actor, action, comment: commentId, detail, before },
    };
  });
}

/** A line of the log for what a command did. @param now milliseconds */
export async function recordCommand(
  client: Client,
  { action, detail }: { action: "import" | "erase"; detail: string },
  now: number,
): Promise<void> {
  await client.execute({
    sql: "INSERT INTO audit_log (at, actor, action, detail) VALUES (?, 'npm run comments', ?, ?)",
    args: [now, action, detail],
  });
}
