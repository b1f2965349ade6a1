import { answerBlockChange, answerBlocks } from "@/lib/comments/moderation/http/blocks-endpoint";
import { serveModerator } from "@/lib/comments/moderation/http/serve-moderation";
import { findModerationService } from "@/lib/serving/comment-service";

export const GET = (request: Request) =>
  serveModerator(findModerationService, request, answerBlocks);

export const POST = (request: Request) =>
  serveModerator(findModerationService, request, answerBlockChange);
