import type { Client, Row } from "@libsql/client";
import type { Seen } from "@/lib/comments/store/moderate-comments";
import { commentColumns, toComment, toStatus } from "@/lib/comments/store/read-comments";
import type { Comment, CommentStatus } from "@/lib/discussion/comment";

/** Which comments a moderator looks at; all that is given must hold. */
export interface QueueFilter {
  status?: CommentStatus;
  postId?: string;
  /** Words in text, name, e-mail or website, or comments of the posts that are found by them. */
  search?: { words: string; postIds: readonly string[] };
}

/** A comment with what a moderator has to know to decide on it. */
export interface QueueEntry {
  comment: Comment;
  /** What it answers. */
  parent?: { id: string; name: string; text: string; status: CommentStatus };
  /** Comments that answer it and that readers see; 101 stands for more than a hundred, here and below. */
  answers: number;
  /** Comments of the same browser, and of them those that readers see. */
  ofWriter: { all: number; visible: number };
  addressIsBlocked: boolean;
  threadIsClosed: boolean;
}

export interface Queue {
  entries: QueueEntry[];
  /** That match the filter. */
  total: number;
  pageCount: number;
  /** Of the whole site, whatever the filter. */
  counts: Record<CommentStatus, number>;
}

/** So many of what belongs to a comment are counted and one more: a writer may have thousands. */
const mostCounted = 100;

/** The names of the answering row's columns stand alone, those of the comment begin with `c.`. */
const countUpTo = (condition: string): string =>
  `(SELECT count(*) FROM (SELECT 1 FROM comments WHERE ${condition} LIMIT ${mostCounted + 1}))`;

/** One page of the queue. Those that wait come in the order in which they came, all others the newest first. */
export async function readQueue(
  client: Client,
  filter: QueueFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<Queue> {
  const { where, args } = conditionOf(filter);
  const direction = directionOf(filter);
  // A search looks at every comment there is: once for both, the page and the number.
  const ofAll =
    filter.search === undefined
      ? `(SELECT count(*) FROM comments AS c WHERE ${where})`
      : "count(*) OVER ()";
  // Facts are looked up for the comments of the page alone.
  const [counted, listed] = await client.batch(
    [
      "SELECT status, count(*) AS count FROM comments GROUP BY status",
      {
        sql: `WITH page AS MATERIALIZED (SELECT c.id, ${ofAll} AS total FROM comments AS c
            WHERE ${where} ORDER BY c.id ${direction} LIMIT :size OFFSET :skipped)
          SELECT ${commentColumns.replace(/\w+/g, "c.$&")}, page.total,
            parent.name AS parent_name, parent.text AS parent_text, parent.status AS parent_status,
            ${countUpTo("parent_id = c.id AND status = 'visible'")} AS answers,
            ${countUpTo("c.writer_hash <> '' AND writer_hash = c.writer_hash")} AS of_writer,
            ${countUpTo("c.writer_hash <> '' AND writer_hash = c.writer_hash AND status = 'visible'")}
              AS visible_of_writer,
            EXISTS (SELECT 1 FROM blocks WHERE kind = 'address' AND value = c.address_hash) AS blocked,
            EXISTS (SELECT 1 FROM closed_threads WHERE post_id = c.post_id) AS closed
          FROM page CROSS JOIN comments AS c ON c.id = page.id
            LEFT JOIN comments AS parent ON parent.id = c.parent_id
          ORDER BY page.id ${direction}`,
        args: { ...args, size: pageSize, skipped: (page - 1) * pageSize },
      },
    ],
    "read",
  );
  const total = listed?.rows[0]
    ? Number(listed.rows[0].total)
    : await countMatching(client, where, args);
  const found = new Map(counted?.rows.map(({ status, count }) => [status, Number(count)]));
  const countOf = (status: CommentStatus) => found.get(status) ?? 0;
  return {
    entries: (listed?.rows ?? []).map(toEntry),
    total,
    pageCount: Math.max(1, Math.ceil(total / pageSize)),
    counts: {
      visible: countOf("visible"),
      held: countOf("held"),
      hidden: countOf("hidden"),
      spam: countOf("spam"),
      deleted: countOf("deleted"),
    },
  };
}

/** Where a page is empty: behind the last one, or because nothing matches. */
async function countMatching(
  client: Client,
  where: string,
  args: Record<string, string>,
): Promise<number> {
  const { rows } = await client.execute({
    sql: `SELECT count(*) AS count FROM comments AS c WHERE ${where}`,
    args,
  });
  return Number(rows[0]?.count ?? 0);
}

/** The first of what matches and has neither that status nor been deleted, in the order of the queue. */
export async function readMatching(
  client: Client,
  filter: QueueFilter,
  { except, most }: { except: CommentStatus; most: number },
): Promise<Seen[]> {
  const { where, args } = conditionOf(filter);
  const { rows } = await client.execute({
    sql: `SELECT c.id, c.version FROM comments AS c WHERE ${where} AND c.status NOT IN ('deleted', :except)
      ORDER BY c.id ${directionOf(filter)} LIMIT :most`,
    args: { ...args, except, most },
  });
  return rows.map(({ id, version }) => ({ id: String(id), version: Number(version) }));
}

const directionOf = ({ status }: QueueFilter) => (status === "held" ? "ASC" : "DESC");

/** Comments by their ids, in their order of time. */
export async function readEntries(client: Client, ids: readonly string[]): Promise<Comment[]> {
  const { rows } = await client.execute({
    sql: `SELECT ${commentColumns} FROM comments WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`,
    args: [JSON.stringify(ids)],
  });
  return rows.map(toComment);
}

function conditionOf({ status, postId, search }: QueueFilter) {
  const conditions = ["1"];
  const args: Record<string, string> = {};
  if (status !== undefined) {
    conditions.push("c.status = :status");
    args.status = status;
  }
  if (postId !== undefined) {
    conditions.push("c.post_id = :post");
    args.post = postId;
  }
  if (search) {
    const columns = ["text", "name", "email", "website"].map(
      (column) => `c.${column} LIKE :words ESCAPE '\\'`,
    );
    conditions.push(
      `(${columns.join(" OR ")} OR c.post_id IN (SELECT value FROM json_each(:posts)))`,
    );
    args.words = `%${search.words.replace(/[\\%_]/g, "\\$&")}%`;
    args.posts = JSON.stringify(search.postIds);
  }
  return { where: conditions.join(" AND "), args };
}

function toEntry(row: Row): QueueEntry {
  const comment = toComment(row);
  return {
    comment,
    answers: Number(row.answers),
    ofWriter: { all: Number(row.of_writer), visible: Number(row.visible_of_writer) },
    addressIsBlocked: row.blocked === 1,
    threadIsClosed: row.closed === 1,
    ...(comment.parentId === undefined || row.parent_status === null
      ? {}
      : {
          parent: {
            id: comment.parentId,
            name: String(row.parent_name),
            text: String(row.parent_text),
            status: toStatus(row.parent_status),
          },
        }),
  };
}
