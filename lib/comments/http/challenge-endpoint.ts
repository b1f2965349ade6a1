import { createChallenge } from "@/lib/comments/challenge";
import type { CommentService } from "@/lib/comments/comment-service";
import { findOpenPost } from "@/lib/comments/create-comment";
import { refuseOutright } from "@/lib/comments/http/refuse";
import { respondWithJson } from "@/lib/comments/http/respond";

/**
 * A token for a form that a reader has begun to fill in; `post` names the post. Whether work is asked for depends on what
 * arrives until the form is sent; a script is told then.
 */
export async function answerChallenge(
  { url, headers }: Request,
  service: CommentService,
): Promise<Response> {
  const found = await findOpenPost(service, new URL(url).searchParams.get("post") ?? "");
  if (!found.ok) return refuseOutright(headers, found.refusal, found.post);
  return respondWithJson(
    await createChallenge(service.store, found.post.id, 0, service.now()),
    200,
  );
}
