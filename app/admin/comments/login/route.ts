import { answerLogin } from "@/lib/comments/moderation/http/login-endpoint";
import { leadToQueue, serveModeration } from "@/lib/comments/moderation/http/serve-moderation";
import { findModerationService } from "@/lib/serving/comment-service";
import { inPresentEdition } from "@/lib/serving/present-edition";

/** A browser comes here by itself when a page that followed the form is loaded again. */
export const GET = (request: Request) =>
  inPresentEdition(() => serveModeration(findModerationService, request, leadToQueue));

export const POST = (request: Request) =>
  inPresentEdition(() => serveModeration(findModerationService, request, answerLogin));
