import type { CommentService } from "@/lib/comments/comment-service";
import { findOpenPost } from "@/lib/comments/create-comment";
import { commentWords } from "@/lib/comments/edition";
import { keepToken, refuseOutright } from "@/lib/comments/http/refuse";
import { respondWithPage } from "@/lib/comments/http/respond";
import { buildFormPage } from "@/lib/comments/markup/form-page";
import { findComment } from "@/lib/comments/store/read-comments";
import { toThreadComment } from "@/lib/discussion/comment";
import { isCommentId } from "@/lib/discussion/comment-id";

/** The form to answer a comment, for readers without a script. */
export async function answerReplyForm(
  request: Request,
  service: CommentService,
): Promise<Response> {
  const { headers, url } = request;
  const id = new URL(url).searchParams.get("reply") ?? "";
  const parent = isCommentId(id) ? await findComment(service.store, id) : undefined;
  if (parent?.status !== "visible") return refuseOutright(headers, { reason: "no-such-comment" });
  const found = await findOpenPost(service, parent.postId);
  if (!found.ok) return refuseOutright(headers, found.refusal, found.post);
  const page = buildFormPage({
    title: commentWords().replyTo(parent.name),
    post: found.post,
    parent: toThreadComment(parent),
    form: {
      fields: { parent: id },
      bounds: service.settings,
      token: await keepToken(service, {}, found.post),
    },
  });
  return respondWithPage(page, 200);
}
