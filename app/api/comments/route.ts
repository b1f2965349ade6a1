import { answerPost } from "@/lib/comments/http/post-endpoint";
import { answerReplyForm } from "@/lib/comments/http/reply-endpoint";
import { serveComments } from "@/lib/comments/http/serve";
import { findCommentService } from "@/lib/serving/comment-service";

export const GET = (request: Request) =>
  serveComments(findCommentService, request, answerReplyForm);

export const POST = (request: Request) => serveComments(findCommentService, request, answerPost);
