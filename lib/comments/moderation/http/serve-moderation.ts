import { h } from "hastscript";
import { moderationWords, siteWords } from "@/lib/comments/edition";
import { answerFromStore } from "@/lib/comments/http/answer-from-store";
import type { SiteOfRequest } from "@/lib/comments/http/guarded-form";
import { respondWithPage, seeOther, unavailableHeaders } from "@/lib/comments/http/respond";
import { buildDocument } from "@/lib/comments/markup/document";
import { readOwn } from "@/lib/comments/moderation/http/moderation-cookies";
import { buildLoginPage } from "@/lib/comments/moderation/markup/login-page";
import type {
  FindModerationService,
  ModerationService,
  Moderator,
} from "@/lib/comments/moderation/moderation-service";
import { findModerator } from "@/lib/comments/moderation/session";
import { environment } from "@/lib/environment";
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
export const serveModeration = (
  findService: FindModerationService,
  request: Request,
  answer: Answer,
): Promise<Response> =>
  answerFromStore(request, findService, (service) => answer(request, service, environment), {
    closed: respondWithNothing,
    unavailable: () =>
      respondWithPage(
        buildDocument(moderationWords().title, h("p", moderationWords().unavailable)),
        503,
        unavailableHeaders,
      ),
  });

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
    const moderator = await findModerator(
      service,
      readOwn(request.headers, "session", site.siteUrl),
    );
    return moderator
      ? answer(request, { service, moderator, site })
      : respondWithPage(buildLoginPage({}), 401);
  });

export const leadToQueue = async (): Promise<Response> => seeOther(moderationUrl);

const respondWithNothing = () =>
  respondWithPage(
    buildDocument(siteWords().notFound.title, h("p", siteWords().notFound.text)),
    404,
  );
