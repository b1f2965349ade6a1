import type { CommentService, FindCommentService } from "@/lib/comments/comment-service";
import { configureComments } from "@/lib/comments/configuration";
import { editionSettings } from "@/lib/comments/edition";
import { answerFromStore } from "@/lib/comments/http/answer-from-store";
import type { SiteOfRequest } from "@/lib/comments/http/guarded-form";
import { refuseRequest } from "@/lib/comments/http/keep-words";
import type { Refusal } from "@/lib/discussion/refusal";
import { environment } from "@/lib/environment";

type Answer = (request: Request, service: CommentService, site: SiteOfRequest) => Promise<Response>;

/**
 * Answers a request with the comments of this site. Where they are another provider's or nobody's there is nothing at the
 * address; where their database fails, the reader is told to try again and the operator why.
 */
export const serveComments = (
  findService: FindCommentService,
  request: Request,
  answer: Answer,
): Promise<Response> =>
  answerFromStore(request, findService, (service) => answer(request, service, environment), {
    closed: () => refuse(request, { reason: "not-open" }),
    unavailable: () => refuse(request, { reason: "unavailable" }),
  });

const refuse = (request: Request, refusal: Refusal): Promise<Response> =>
  refuseRequest(request, refusal, {
    ...environment,
    bounds: configureComments(editionSettings().comments),
  });
