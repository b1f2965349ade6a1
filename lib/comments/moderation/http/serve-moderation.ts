import { h } from "hastscript";
import { connection } from "next/server";
import type { SiteOfRequest } from "@/lib/comments/http/guarded-form";
import { respondWithPage, seeOther } from "@/lib/comments/http/respond";
import { buildDocument } from "@/lib/comments/markup/document";
import { readCookie } from "@/lib/comments/moderation/http/moderation-cookies";
import { buildLoginPage } from "@/lib/comments/moderation/markup/login-page";
import type {
  FindModerationService,
  ModerationService,
  Moderator,
} from "@/lib/comments/moderation/moderation-service";
import { findModerator } from "@/lib/comments/moderation/session";
import { isDatabaseError } from "@/lib/comments/store/is-database-error";
import { environment } from "@/lib/environment";
import { log } from "@/lib/log";
import { messages as siteMessages } from "@/lib/messages/messages";
import { moderationMessages as messages } from "@/lib/messages/moderation/moderation-messages";
import { moderationUrl } from "@/lib/urls";

type Answer = (
  request: Request,
  service: ModerationService,
  site: SiteOfRequest,
) => Promise<Response>;

/**
 * Answers a request behind the moderators' door. Where there is no password, or no built-in comments, there is no door:
 * 404. Never cached, never listed.
 */
export async function serveModeration(
  findService: FindModerationService,
  request: Request,
  answer: Answer,
): Promise<Response> {
  // Nothing here can be answered during the build.
  await connection();
  try {
    const service = await findService();
    if (service === undefined) return respondWithNothing();
    const response = await answer(request, service, environment);
    // Also where nothing was changed now: it may be the second try of something that was.
    if (request.method === "POST") await service.refreshThreads();
    return response;
  } catch (thrown) {
    if (!isDatabaseError(thrown)) throw thrown;
    log("error", "the comments' database can't be used", { message: thrown.message });
    return respondWithPage(buildDocument(messages.title, h("p", messages.unavailable)), 503);
  }
}

/** The same for those who are logged in; all others are shown the way in. */
export const serveModerator = (
  findService: FindModerationService,
  request: Request,
  answer: (
    request: Request,
    desk: { service: ModerationService; moderator: Moderator; site: SiteOfRequest },
  ) => Promise<Response>,
): Promise<Response> =>
  serveModeration(findService, request, async (_, service, site) => {
    const moderator = await findModerator(service, readCookie(request.headers, "session"));
    return moderator
      ? answer(request, { service, moderator, site })
      : respondWithPage(buildLoginPage({}), 401);
  });

export const leadToQueue = async (): Promise<Response> => seeOther(moderationUrl);

const respondWithNothing = () =>
  respondWithPage(
    buildDocument(siteMessages.notFound.title, h("p", siteMessages.notFound.text)),
    404,
  );
