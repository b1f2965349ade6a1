import { answerLog } from "@/lib/comments/moderation/http/log-endpoint";
import { serveModerator } from "@/lib/comments/moderation/http/serve-moderation";
import { findModerationService } from "@/lib/serving/comment-service";

export const GET = (request: Request) => serveModerator(findModerationService, request, answerLog);
