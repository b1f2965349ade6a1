import type { PostSummary } from "@/lib/publication";
import { countComments } from "@/lib/queries/comments";
import { findSite } from "@/lib/queries/settings";

/** How many comments a post has, in a listing; nothing where there are none. */
export async function CommentCount({ post }: { post: PostSummary }) {
  const { commentMessages: messages } = await findSite();
  if (!post.comments) return null;
  const count = await countComments(post.id);
  return count > 0 ? <span>{messages.count(count)}</span> : null;
}
