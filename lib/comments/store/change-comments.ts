import type { Client, InStatement } from "@libsql/client";
import { toStatus } from "@/lib/comments/store/read-comments";
import type { CommentStatus } from "@/lib/discussion/comment";

/** What a writer may change of a comment. */
interface Edit {
  text: string;
  textHash: string;
  /** Milliseconds. */
  editedAt: number;
  status: "visible" | "held";
}

/**
 * Changes a comment that is as its editor saw it.
 * @param isAnnounced whether the outside world is to be told where it has to wait from now on
 * @returns whether it was changed; not if it has another version by now or is gone
 */
export async function editComment(
  client: Client,
  id: string,
  version: number,
  edit: Edit,
  isAnnounced = false,
): Promise<boolean> {
  const announce: InStatement = {
    sql: `INSERT INTO outbox (event, comment_id, created_at, next_at) SELECT 'comment.held', id, :now, :now
      FROM comments WHERE id = :id AND version = :version AND status = 'visible'`,
    args: { now: edit.editedAt, id, version },
  };
  const results = await client.batch(
    [
      ...(isAnnounced && edit.status === "held" ? [announce] : []),
      {
        sql: `UPDATE comments SET text = ?, text_hash = ?, edited_at = ?, status = ?, version = version + 1
          WHERE id = ? AND version = ? AND status IN ('visible', 'held')`,
        args: [edit.text, edit.textHash, edit.editedAt, edit.status, id, version],
      },
    ],
    "write",
  );
  return results.at(-1)?.rowsAffected === 1;
}

/**
 * Takes words and writer out of comments for good; the place stays, for what answers them. A statement for a batch.
 * The hash of the address goes later, with its key: who deletes what they wrote has written it nevertheless, as far as
 * limits are concerned. The idempotency key stays, so that no late try to hand it in brings it back.
 */
export const wipeComments = (ids: readonly string[]): InStatement => ({
  sql: `UPDATE comments SET status = 'deleted', name = '', email = NULL, website = NULL, text = '', text_hash = '',
      writer_hash = '', version = version + 1
    WHERE id IN (SELECT value FROM json_each(?)) AND status <> 'deleted'`,
  args: [JSON.stringify(ids)],
});

/** Deletes a comment. @returns what it was until then; nothing where it was not there */
export async function deleteComment(
  client: Client,
  id: string,
): Promise<CommentStatus | undefined> {
  const [before, wiped] = await client.batch(
    [{ sql: "SELECT status FROM comments WHERE id = ?", args: [id] }, wipeComments([id])],
    "write",
  );
  return wiped?.rowsAffected === 1 ? toStatus(before?.rows[0]?.status) : undefined;
}
