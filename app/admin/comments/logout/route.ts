import { answerLogout } from "@/lib/comments/moderation/http/login-endpoint";
import { serveModeration } from "@/lib/comments/moderation/http/serve-moderation";

export const POST = (request: Request) => serveModeration(request, answerLogout);
