import type { Client } from "@libsql/client";
import { wipeComments } from "@/lib/comments/store/change-comments";
import { emptyWriteAheadLog } from "@/lib/comments/store/comments-database";

/** Whose comments are meant; one of them. */
export type ErasureRequest =
  | { email: string }
  | { id: string }
  /** All that an address was hashed to under the keys that are kept. */
  | { addressHashes: readonly string[] };

interface Erasable {
  id: string;
  postId: string;
  name: string;
  /** ISO 8601 instant in UTC. */
  createdAt: string;
}

/** What a request to erase is about; what is erased already is not in it. */
export async function findErasable(client: Client, request: ErasureRequest): Promise<Erasable[]> {
  const { where, args } = conditionOf(request);
  const { rows } = await client.execute({
    sql: `SELECT id, post_id, name, created_at FROM comments
      WHERE (${where}) AND (status <> 'deleted' OR address_hash IS NOT NULL) ORDER BY id`,
    args,
  });
  return rows.map((row) => ({
    id: String(row.id),
    postId: String(row.post_id),
    name: String(row.name),
    createdAt: new Date(Number(row.created_at)).toISOString(),
  }));
}

/**
 * Takes words, writer and address out of comments for good, with a line in the audit log for each. The place stays, for what
 * answers it; so does the key under which it was handed in, so that no import brings it back. Of a local file, nothing of it
 * is left on the disk: what is deleted is overwritten.
 * @param now milliseconds
 */
export async function eraseComments(
  client: Client,
  ids: readonly string[],
  now: number,
): Promise<void> {
  await client.batch(
    [
      {
        sql: `INSERT INTO audit_log (at, actor, action, comment_id)
          SELECT ?, 'npm run comments', 'erase', value FROM json_each(?)`,
        args: [now, JSON.stringify(ids)],
      },
      {
        sql: `UPDATE audit_log SET detail = '' WHERE action = 'block-address'
          AND comment_id IN (SELECT value FROM json_each(?))`,
        args: [JSON.stringify(ids)],
      },
      wipeComments(ids),
      {
        sql: "UPDATE comments SET address_hash = NULL WHERE id IN (SELECT value FROM json_each(?))",
        args: [JSON.stringify(ids)],
      },
    ],
    "write",
  );
  await emptyWriteAheadLog(client);
}

function conditionOf(request: ErasureRequest): { where: string; args: [string] } {
  if ("email" in request) return { where: "lower(email) = lower(?)", args: [request.email] };
  if ("id" in request) return { where: "id = ?", args: [request.id] };
  const where = "address_hash IN (SELECT value FROM json_each(?))";
  return { where, args: [JSON.stringify(request.addressHashes)] };
}
