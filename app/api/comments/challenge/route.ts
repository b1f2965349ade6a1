import { answerChallenge } from "@/lib/comments/http/challenge-endpoint";
import { serveComments } from "@/lib/comments/http/serve";
import { findCommentService } from "@/lib/serving/comment-service";

export const GET = (request: Request) =>
  serveComments(findCommentService, request, answerChallenge);
