import { answerChallenge } from "@/lib/comments/http/challenge-endpoint";
import { serveComments } from "@/lib/comments/http/serve";
import { findCommentService } from "@/lib/serving/comment-service";
import { inPresentEdition } from "@/lib/serving/present-edition";

export const GET = (request: Request) =>
  inPresentEdition(() => serveComments(findCommentService, request, answerChallenge));
