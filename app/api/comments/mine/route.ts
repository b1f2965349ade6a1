import { answerChange, answerOwnComments } from "@/lib/comments/http/own-endpoint";
import { serveComments } from "@/lib/comments/http/serve";
import { findCommentService } from "@/lib/serving/comment-service";

export const GET = (request: Request) =>
  serveComments(findCommentService, request, answerOwnComments);

export const POST = (request: Request) => serveComments(findCommentService, request, answerChange);
