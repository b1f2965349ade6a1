import type { Client } from "@libsql/client";
import { moderateComments } from "@/lib/comments/store/moderate-comments";
import type { CommentStatus } from "@/lib/discussion/comment";

/** For tests: what a moderator decides who has seen comments as they are now. */
export async function setStatus(
  client: Client,
  ids: readonly string[],
  status: CommentStatus,
): Promise<void> {
  const { rows } = await client.execute({
    sql: "SELECT id, version FROM comments WHERE id IN (SELECT value FROM json_each(?))",
    args: [JSON.stringify(ids)],
  });
  const seen = rows.map(({ id, version }) => ({ id: String(id), version: Number(version) }));
  const act = { status, action: status, actor: "moderator", isAnnounced: false };
  await moderateComments(client, seen, act, Date.now());
}
