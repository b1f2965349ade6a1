import { answerLogin } from "@/lib/comments/moderation/http/login-endpoint";
import { leadToQueue, serveModeration } from "@/lib/comments/moderation/http/serve-moderation";

/** A browser comes here by itself when a page that followed the form is loaded again. */
export const GET = (request: Request) => serveModeration(request, leadToQueue);

export const POST = (request: Request) => serveModeration(request, answerLogin);
