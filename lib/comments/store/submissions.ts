import type { Client, InStatement, Row } from "@libsql/client";
import { argumentsOf, placeBelowParent } from "@/lib/comments/store/new-comment";
import { announceStored } from "@/lib/comments/store/outbox";
import type { CommentStatus } from "@/lib/discussion/comment";
import { unlimited } from "@/lib/site/comment-settings";

/**
 * For so long the same words under the same name, in answer to the same, are the same comment, in milliseconds: from the same
 * writer; and from the same address, for a browser that has no cookie yet and may have been sent away with one that was lost.
 * Readers share addresses, and say "thanks" more than once.
 */
const duplicateWindows = { ofWriter: 86_400_000, ofAddress: 60_000 };

/** A comment that wants to be stored. */
export interface Submission {
  id: string;
  postId: string;
  parentId?: string;
  name: string;
  email?: string;
  website?: string;
  text: string;
  /** Of what the text says, however it is spaced. */
  textHash: string;
  writerHash: string;
  /** Whether the browser came without a secret of ours. */
  writerIsNew: boolean;
  /** The hashes that this address has and had, newest first. */
  addressHashes: readonly string[];
  /** The same for every try to hand in this comment. */
  idempotencyKey?: string;
  /** Milliseconds. */
  createdAt: number;
}

/** Most comments that an address and a thread may bring, each since an instant in milliseconds. */
export interface SubmissionLimits {
  address: { count: number; since: number };
  thread: { count: number; since: number };
}

/** What the store knows about a submission before it is decided on. */
export interface SubmissionFacts {
  /** A comment that was stored under the same idempotency key; the hash is empty where it has been deleted since. */
  existing?: { id: string; status: CommentStatus; textHash: string };
  /** The same words from the same writer in the same place, not long ago. */
  duplicate?: { id: string; status: CommentStatus };
  /** Whether what it answers is there for readers; true where it answers the post. */
  parentIsVisible: boolean;
  threadIsClosed: boolean;
  addressIsBlocked: boolean;
  /** Comments since the beginning of the limits' windows, counted up to the limits; 0 where there is no limit. */
  fromAddress: number;
  inThread: number;
  /** Whether a comment of this writer has been let through before. */
  writerIsKnown: boolean;
}

/** Candidates of a batch as one JSON value, for one statement over all of them. */
const candidates = (submissions: readonly Submission[]) =>
  JSON.stringify(
    submissions.map((submission) => ({
      post: submission.postId,
      parent: submission.parentId ?? null,
      hash: submission.textHash,
      writer: submission.writerHash,
      addresses: submission.addressHashes,
      key: submission.idempotencyKey ?? null,
      name: submission.name,
      ...duplicatesSince(submission),
    })),
  );

/** Instants in milliseconds. */
const duplicatesSince = ({ createdAt, writerIsNew }: Submission) => ({
  since: createdAt - duplicateWindows.ofWriter,
  sinceFromAddress: writerIsNew ? createdAt - duplicateWindows.ofAddress : Number.MAX_SAFE_INTEGER,
});

/** @param wanted gives the SQL of a field of what `candidates` holds */
const isDuplicate = (wanted: (field: string) => string) => `post_id = ${wanted("post")}
  AND created_at > ${wanted("since")} AND text_hash = ${wanted("hash")} AND status <> 'deleted'
  AND parent_id IS ${wanted("parent")} AND name = ${wanted("name")}
  AND (writer_hash = ${wanted("writer")} OR (created_at > ${wanted("sinceFromAddress")}
    AND address_hash IN (SELECT value FROM json_each(${wanted("addresses")}))))`;

const fromAddress = (column: string) => `(SELECT value FROM json_each(${column} ->> 'addresses'))`;

/** Nothing is counted further than somebody wants to know. */
const counted = ({ count }: { count: number }) => (count === unlimited ? 0 : count);

/**
 * Facts for each of the submissions, in their order; one round trip for all. The plus before `status` keeps SQLite from
 * looking through all that is visible, rather than through what the writer wrote.
 */
export async function readSubmissionFacts(
  client: Client,
  submissions: readonly Submission[],
  limits: SubmissionLimits,
): Promise<SubmissionFacts[]> {
  const { rows } = await client.execute({
    sql: `SELECT
        (SELECT id || ' ' || status || ' ' || text_hash FROM comments
          WHERE idempotency_key = wanted.value ->> 'key') AS existing,
        (SELECT id || ' ' || status FROM comments
          WHERE ${isDuplicate((field) => `wanted.value ->> '${field}'`)} LIMIT 1) AS duplicate,
        wanted.value ->> 'parent' IS NULL OR EXISTS (SELECT 1 FROM comments
          WHERE id = wanted.value ->> 'parent' AND post_id = wanted.value ->> 'post' AND status = 'visible') AS parent,
        EXISTS (SELECT 1 FROM closed_threads WHERE post_id = wanted.value ->> 'post') AS closed,
        EXISTS (SELECT 1 FROM blocks WHERE kind = 'address' AND value IN ${fromAddress("wanted.value")}) AS blocked,
        (SELECT count(*) FROM (SELECT 1 FROM comments
          WHERE address_hash IN ${fromAddress("wanted.value")} AND created_at > ? LIMIT ?)) AS from_address,
        (SELECT count(*) FROM (SELECT 1 FROM comments
          WHERE post_id = wanted.value ->> 'post' AND created_at > ? LIMIT ?)) AS in_thread,
        EXISTS (SELECT 1 FROM comments WHERE writer_hash = wanted.value ->> 'writer' AND +status = 'visible') AS known
      FROM json_each(?) AS wanted ORDER BY wanted.key`,
    args: [
      limits.address.since,
      counted(limits.address),
      limits.thread.since,
      counted(limits.thread),
      candidates(submissions),
    ],
  });
  return rows.map(toFacts);
}

function toFacts(row: Row): SubmissionFacts {
  const [existingId, existingStatus, textHash = ""] = words(row.existing);
  const [duplicateId, duplicateStatus] = words(row.duplicate);
  return {
    ...(existingId
      ? { existing: { id: existingId, status: existingStatus as CommentStatus, textHash } }
      : {}),
    ...(duplicateId
      ? { duplicate: { id: duplicateId, status: duplicateStatus as CommentStatus } }
      : {}),
    parentIsVisible: row.parent === 1,
    threadIsClosed: row.closed === 1,
    addressIsBlocked: row.blocked === 1,
    fromAddress: Number(row.from_address),
    inThread: Number(row.in_thread),
    writerIsKnown: row.known === 1,
  };
}

const words = (value: unknown): string[] => (value === null ? [] : String(value).split(" "));

export interface AcceptedSubmission extends Submission {
  status: "visible" | "held";
}

/**
 * Stores submissions in one transaction, each only if what was found out about it is still so: other servers write too.
 * @param isAnnounced whether the outside world is to be told of them
 * @returns for each whether it is stored now, by this call
 */
export async function insertSubmissions(
  client: Client,
  submissions: readonly AcceptedSubmission[],
  limits: SubmissionLimits,
  isAnnounced = false,
): Promise<boolean[]> {
  const ids = submissions.map(({ id }) => id);
  const now = Math.max(...submissions.map(({ createdAt }) => createdAt));
  const results = await client.batch(
    [
      ...submissions.map((submission) => insert(submission, limits)),
      ...(isAnnounced ? [announceStored(ids, now)] : []),
    ],
    "write",
  );
  return results.slice(0, ids.length).map(({ rowsAffected }) => rowsAffected === 1);
}

function insert(submission: AcceptedSubmission, limits: SubmissionLimits): InStatement {
  const [addressHash = null] = submission.addressHashes;
  return {
    sql: `INSERT INTO comments (id, post_id, parent_id, root_id, path, depth, status, name, email, website, text,
        text_hash, created_at, writer_hash, address_hash, idempotency_key)
      SELECT :id, :post, :parent, ${placeBelowParent},
        :status, :name, :email, :website, :text, :hash, :at, :writer, :address, :key
      FROM (SELECT 1) LEFT JOIN comments AS parent
        ON parent.id = :parent AND parent.post_id = :post AND parent.status = 'visible'
      WHERE (:parent IS NULL OR parent.id IS NOT NULL)
        AND NOT EXISTS (SELECT 1 FROM closed_threads WHERE post_id = :post)
        AND NOT EXISTS (SELECT 1 FROM blocks WHERE kind = 'address' AND value IN (SELECT value FROM json_each(:addresses)))
        AND NOT EXISTS (SELECT 1 FROM comments WHERE ${isDuplicate((field) => `:${field}`)})
        AND (SELECT count(*) FROM (SELECT 1 FROM comments WHERE address_hash IN (SELECT value FROM json_each(:addresses))
          AND created_at > :addressSince LIMIT :addressCounted)) < :addressLimit
        AND (SELECT count(*) FROM (SELECT 1 FROM comments WHERE post_id = :post
          AND created_at > :threadSince LIMIT :threadCounted)) < :threadLimit
      ON CONFLICT (idempotency_key) DO NOTHING`,
    args: {
      ...argumentsOf(submission),
      at: submission.createdAt,
      address: addressHash,
      addresses: JSON.stringify(submission.addressHashes),
      ...duplicatesSince(submission),
      addressSince: limits.address.since,
      addressLimit: limits.address.count,
      addressCounted: counted(limits.address),
      threadSince: limits.thread.since,
      threadLimit: limits.thread.count,
      threadCounted: counted(limits.thread),
    },
  };
}

/** Words that no comment may be shown with unseen, in lower case. */
export async function readBlockedWords(client: Client): Promise<string[]> {
  const { rows } = await client.execute("SELECT value FROM blocks WHERE kind = 'word'");
  return rows.map(({ value }) => String(value));
}
