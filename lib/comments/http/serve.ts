import { connection } from "next/server";
import type { CommentService, FindCommentService } from "@/lib/comments/comment-service";
import { commentConfiguration } from "@/lib/comments/configuration";
import type { SiteOfRequest } from "@/lib/comments/http/guarded-form";
import { refuseRequest } from "@/lib/comments/http/keep-words";
import { isDatabaseError } from "@/lib/comments/store/is-database-error";
import type { Refusal } from "@/lib/discussion/refusal";
import { environment } from "@/lib/environment";
import { log } from "@/lib/log";

type Answer = (request: Request, service: CommentService, site: SiteOfRequest) => Promise<Response>;

/**
 * Answers a request with the comments of this site. Where they are another provider's or nobody's there is nothing at the
 * address; where their database fails, the reader is told to try again and the operator why.
 */
export async function serveComments(
  findService: FindCommentService,
  request: Request,
  answer: Answer,
): Promise<Response> {
  // Nothing here can be answered during the build.
  await connection();
  try {
    const service = await findService();
    if (!service) return refuse(request, { reason: "not-open" });
    const response = await answer(request, service, environment);
    // Also where nothing was changed now: it may be the second try of something that was.
    if (request.method === "POST") await service.refreshThreads();
    return response;
  } catch (thrown) {
    if (!isDatabaseError(thrown)) throw thrown;
    log("error", "the comments' database can't be used", { message: thrown.message });
    return refuse(request, { reason: "unavailable" });
  }
}

const refuse = (request: Request, refusal: Refusal): Promise<Response> =>
  refuseRequest(request, refusal, { ...environment, bounds: commentConfiguration });
