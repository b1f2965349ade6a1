import { answerPost } from "@/lib/comments/http/post-endpoint";
import { answerReplyForm } from "@/lib/comments/http/reply-endpoint";
import { serveComments } from "@/lib/comments/http/serve";
import { findCommentService } from "@/lib/serving/comment-service";
import { inPresentEdition } from "@/lib/serving/present-edition";

export const GET = (request: Request) =>
  inPresentEdition(() => serveComments(findCommentService, request, answerReplyForm));

export const POST = (request: Request) =>
  inPresentEdition(() => serveComments(findCommentService, request, answerPost));
