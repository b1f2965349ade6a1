import { answerPost } from "@/lib/comments/http/post-endpoint";
import { answerReplyForm } from "@/lib/comments/http/reply-endpoint";
import { serveComments } from "@/lib/comments/http/serve";

export const GET = (request: Request) => serveComments(request, answerReplyForm);

export const POST = (request: Request) => serveComments(request, answerPost);
