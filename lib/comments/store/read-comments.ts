import type { Client, Row } from "@libsql/client";
import { type Comment, type CommentStatus, commentStatuses } from "@/lib/discussion/comment";

export const commentColumns =
  "id, post_id, parent_id, depth, status, name, email, website, text, created_at, edited_at, version, address_hash, writer_hash";

export async function findComment(client: Client, id: string): Promise<Comment | undefined> {
  const { rows } = await client.execute({
    sql: `SELECT ${commentColumns} FROM comments WHERE id = ?`,
    args: [id],
  });
  return rows[0] && toComment(rows[0]);
}

/** What one browser has written since an instant in milliseconds and not deleted, newest first; at most a hundred. */
export async function readCommentsOfWriter(
  client: Client,
  writerHash: string,
  since: number,
): Promise<Comment[]> {
  const { rows } = await client.execute({
    sql: `SELECT ${commentColumns} FROM comments
      WHERE writer_hash = ? AND created_at > ? AND status <> 'deleted' ORDER BY created_at DESC LIMIT 100`,
    args: [writerHash, since],
  });
  return rows.map(toComment);
}

const instant = (milliseconds: unknown) => new Date(Number(milliseconds)).toISOString();

export function toComment(row: Row): Comment {
  return {
    id: String(row.id),
    postId: String(row.post_id),
    depth: Number(row.depth),
    status: toStatus(row.status),
    name: String(row.name),
    text: String(row.text),
    createdAt: instant(row.created_at),
    version: Number(row.version),
    writerHash: String(row.writer_hash),
    ...(row.parent_id === null ? {} : { parentId: String(row.parent_id) }),
    ...(row.email === null ? {} : { email: String(row.email) }),
    ...(row.website === null ? {} : { website: String(row.website) }),
    ...(row.edited_at === null ? {} : { editedAt: instant(row.edited_at) }),
    ...(row.address_hash === null ? {} : { addressHash: String(row.address_hash) }),
  };
}

export function toStatus(value: unknown): CommentStatus {
  const status = commentStatuses.find((known) => known === value);
  if (!status) throw new Error(`the comments' database holds an unknown status: ${value}`);
  return status;
}
