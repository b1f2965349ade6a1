import type { CommentService } from "@/lib/comments/comment-service";
import { refuseOutright } from "@/lib/comments/http/refuse";
import { anchors } from "@/lib/comments/markup/anchors";
import { findCommentPlace } from "@/lib/comments/store/read-threads";
import { isCommentId } from "@/lib/discussion/comment-id";
import { commentsUrl } from "@/lib/urls";

/** From a comment's own address to the page where it is now: pages shift as others are written and deleted. */
export async function answerPermalink(
  { headers }: Request,
  id: string,
  { store, settings, findThreadPost }: CommentService,
): Promise<Response> {
  const place = isCommentId(id) ? await findCommentPlace(store, id, settings) : undefined;
  const post = place && (await findThreadPost({ id: place.postId }));
  if (!post?.comments) return refuseOutright(headers, { reason: "no-such-comment" });
  const location = `${commentsUrl(post.slug, place?.page ?? 1)}#${anchors.comment(id)}`;
  return new Response(null, {
    status: 307,
    headers: { location, "cache-control": "no-cache", "x-robots-tag": "noindex" },
  });
}
