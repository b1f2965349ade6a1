import { moderationWords } from "@/lib/comments/edition";
import { findClientAddress } from "@/lib/comments/http/client-address";
import { readGuardedForm, type SiteOfRequest } from "@/lib/comments/http/guarded-form";
import { respondWithPage, seeOther, statusOf } from "@/lib/comments/http/respond";
import { readOwn, setCookie } from "@/lib/comments/moderation/http/moderation-cookies";
import { buildLoginPage } from "@/lib/comments/moderation/markup/login-page";
import type { ModerationService } from "@/lib/comments/moderation/moderation-service";
import { logIn, logOut } from "@/lib/comments/moderation/session";
import { moderationUrl } from "@/lib/urls";

/** `password` and, for the log, `name`. */
export async function answerLogin(
  request: Request,
  service: ModerationService,
  site: SiteOfRequest,
): Promise<Response> {
  const form = await readGuardedForm(request, site);
  if (!form.ok) {
    const { login } = moderationWords();
    const isElsewhere = form.refusal.reason === "cross-site";
    const message = isElsewhere ? login.crossSite : login.unreadable;
    return respondWithPage(buildLoginPage({ message }), statusOf(form.refusal));
  }
  const { password = "", name = "" } = form.fields;
  const login = await logIn(service, {
    password,
    name,
    address: findClientAddress(request.headers, site),
    devices: readOwn(request.headers, "device", site.siteUrl),
  });
  if (login.ok) {
    const response = seeOther(moderationUrl);
    response.headers.append(...setCookie("session", login.session, site.siteUrl));
    response.headers.append(...setCookie("device", login.device, site.siteUrl));
    return response;
  }
  if (login.reason === "wrong") {
    return respondWithPage(buildLoginPage({ name, message: moderationWords().login.wrong }), 401);
  }
  const message = moderationWords().login.throttled(Math.ceil(login.retryAfter / 60));
  return respondWithPage(buildLoginPage({ name, message }), 429, {
    "retry-after": String(login.retryAfter),
  });
}

/** Ends the session here and in the store: the cookie is of no use to whoever has copied it. */
export async function answerLogout(
  request: Request,
  service: ModerationService,
  site: SiteOfRequest,
): Promise<Response> {
  const form = await readGuardedForm(request, site);
  if (!form.ok) {
    const message = moderationWords().login.crossSite;
    return respondWithPage(buildLoginPage({ message }), statusOf(form.refusal));
  }
  await logOut(service, readOwn(request.headers, "session", site.siteUrl));
  const response = seeOther(moderationUrl);
  response.headers.append(...setCookie("session", "", site.siteUrl));
  return response;
}
