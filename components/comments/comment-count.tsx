import { commentMessages as messages } from "@/lib/messages/comments/comment-messages";
import type { PostSummary } from "@/lib/publication";
import { countComments } from "@/lib/queries/comments";

/** How many comments a post has, in a listing; nothing where there are none. */
export async function CommentCount({ post }: { post: PostSummary }) {
  if (!post.comments) return null;
  const count = await countComments(post.id);
  return count > 0 ? <span>{messages.count(count)}</span> : null;
}
