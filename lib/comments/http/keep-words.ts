import { readGuardedForm, type SiteOfRequest } from "@/lib/comments/http/guarded-form";
import { refuseOutright } from "@/lib/comments/http/refuse";
import {
  headersOf,
  messageOf,
  respondWithPage,
  statusOf,
  wantsJson,
} from "@/lib/comments/http/respond";
import { buildKeptPage, buildRetryPage } from "@/lib/comments/markup/kept-text";
import type { Fields } from "@/lib/discussion/draft-fields";
import type { Refusal } from "@/lib/discussion/refusal";
import type { ThreadPost } from "@/lib/publication";
import type { CommentSettings } from "@/lib/site/comment-settings";

/** A refusal of words that can't be posted here; they come back all the same. A script has kept them itself. */
export function refuseKeepingWords(
  headers: Headers,
  { refusal, fields, post }: { refusal: Refusal; fields: Fields; post?: ThreadPost | undefined },
): Response {
  const { text = "" } = fields;
  if (wantsJson(headers) || text.trim() === "") return refuseOutright(headers, refusal, post);
  const page = buildKeptPage(messageOf(refusal), text, post);
  return respondWithPage(page, statusOf(refusal), headersOf(refusal));
}

/** A refusal of a whole request, whatever it was and however far it came; no store is asked for anything. */
export async function refuseRequest(
  request: Request,
  refusal: Refusal,
  site: SiteOfRequest & { bounds: Pick<CommentSettings, "maxLength" | "maxLinks"> },
): Promise<Response> {
  const { headers } = request;
  const form = request.method === "POST" ? await readGuardedForm(request, site) : undefined;
  if (!form?.ok) return refuseOutright(headers, refusal);
  const { fields } = form;
  const isForm = fields.intent === "post" || fields.intent === "preview";
  const canTryAgain = refusal.reason === "unavailable" && isForm && !wantsJson(headers);
  if (!canTryAgain) return refuseKeepingWords(headers, { refusal, fields });
  const { post: postId = "", token } = fields;
  const page = buildRetryPage(messageOf(refusal), {
    postId,
    fields,
    bounds: site.bounds,
    ...(token ? { token } : {}),
  });
  return respondWithPage(page, statusOf(refusal));
}
