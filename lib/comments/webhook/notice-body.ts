import type { Notice } from "@/lib/comments/store/outbox";
import type { Comment } from "@/lib/discussion/comment";
import type { ThreadPost } from "@/lib/publication";
import { commentUrl, moderationUrl, postUrl } from "@/lib/urls";

/**
 * What a notice says, as JSON: what readers may see of the comment, and where to look. Nothing that its writer has given to
 * us alone, neither e-mail nor address nor its hash.
 */
export function buildNoticeBody(
  { event, createdAt }: Pick<Notice, "event" | "createdAt">,
  comment: Comment,
  post: ThreadPost | undefined,
  siteUrl: string,
): string {
  const { id, postId, parentId, status, name, website, text } = comment;
  return JSON.stringify({
    event,
    at: createdAt,
    comment: {
      id,
      postId,
      ...(parentId === undefined ? {} : { parentId }),
      status,
      name,
      ...(website === undefined ? {} : { website }),
      text,
      createdAt: comment.createdAt,
      ...(status === "visible" ? { url: `${siteUrl}${commentUrl(id)}` } : {}),
    },
    ...(post
      ? { post: { id: post.id, title: post.title, url: `${siteUrl}${postUrl(post.slug)}` } }
      : {}),
    moderationUrl: `${siteUrl}${moderationUrl}`,
  });
}
