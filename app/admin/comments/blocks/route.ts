import { answerBlockChange, answerBlocks } from "@/lib/comments/moderation/http/blocks-endpoint";
import { serveModerator } from "@/lib/comments/moderation/http/serve-moderation";
import { findModerationService } from "@/lib/serving/comment-service";
import { inPresentEdition } from "@/lib/serving/present-edition";

export const GET = (request: Request) =>
  inPresentEdition(() => serveModerator(findModerationService, request, answerBlocks));

export const POST = (request: Request) =>
  inPresentEdition(() => serveModerator(findModerationService, request, answerBlockChange));
