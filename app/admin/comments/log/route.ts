import { answerLog } from "@/lib/comments/moderation/http/log-endpoint";
import { serveModerator } from "@/lib/comments/moderation/http/serve-moderation";

export const GET = (request: Request) => serveModerator(request, answerLog);
