import type { AddressSource } from "@/lib/comments/http/client-address";
import { readForm } from "@/lib/comments/http/read-form";
import { isSameOrigin } from "@/lib/comments/http/same-origin";
import type { Fields } from "@/lib/discussion/draft-fields";
import type { Refusal } from "@/lib/discussion/refusal";

/** What requests are held against. */
export interface SiteOfRequest extends AddressSource {
  /** Public address, without a slash at the end. */
  siteUrl: string;
}

type GuardedForm = { ok: true; fields: Fields } | { ok: false; refusal: Refusal };

/** A body can be read once, and whoever has to answer for a failure wants it too. */
const known = new WeakMap<Request, Promise<GuardedForm>>();

/** The fields of a form that was sent from a page of ours. */
export function readGuardedForm(request: Request, site: SiteOfRequest): Promise<GuardedForm> {
  const form = known.get(request) ?? readOnce(request, site);
  known.set(request, form);
  return form;
}

async function readOnce(request: Request, { siteUrl }: SiteOfRequest): Promise<GuardedForm> {
  if (!isSameOrigin(request.headers, siteUrl)) {
    return { ok: false, refusal: { reason: "cross-site" } };
  }
  const form = await readForm(request);
  return form.ok ? form : { ok: false, refusal: { reason: form.reason } };
}
