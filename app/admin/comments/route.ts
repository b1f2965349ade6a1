import { answerAct, answerQueue } from "@/lib/comments/moderation/http/queue-endpoint";
import { serveModerator } from "@/lib/comments/moderation/http/serve-moderation";
import { findModerationService } from "@/lib/serving/comment-service";

export const GET = (request: Request) =>
  serveModerator(findModerationService, request, answerQueue);

export const POST = (request: Request) => serveModerator(findModerationService, request, answerAct);
