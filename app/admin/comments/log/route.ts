import { answerLog } from "@/lib/comments/moderation/http/log-endpoint";
import { serveModerator } from "@/lib/comments/moderation/http/serve-moderation";
import { findModerationService } from "@/lib/serving/comment-service";
import { inPresentEdition } from "@/lib/serving/present-edition";

export const GET = (request: Request) =>
  inPresentEdition(() => serveModerator(findModerationService, request, answerLog));
