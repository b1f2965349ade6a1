import { openCommentsDatabase } from "@/lib/comments/store/comments-database";
import { setStatus } from "@/lib/comments/testing/set-status";
import type { CommentStatus } from "@/lib/discussion/comment";

/** What a moderator decides while a reader has the page open, in the database of these stories. */
export async function moderateComment(id: string, status: CommentStatus): Promise<void> {
  const client = await openCommentsDatabase({ url: "file:.masthead/comments-e2e.db" });
  await setStatus(client, [id], status);
  client.close();
}
