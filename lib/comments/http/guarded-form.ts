import { readForm } from "@/lib/comments/http/read-form";
import { isSameOrigin } from "@/lib/comments/http/same-origin";
import type { Fields } from "@/lib/comments/read-draft";
import type { Refusal } from "@/lib/comments/refusal";

/** What requests are held against. */
export interface SiteOfRequest {
  /** Public address, without a slash at the end. */
  siteUrl: string;
  /** Where a proxy of ours writes who asks, in lower case; nothing where readers connect to us directly. */
  clientAddressHeader?: string;
}

/** The fields of a form that was sent from a page of ours. */
export async function readGuardedForm(
  request: Request,
  { siteUrl }: SiteOfRequest,
): Promise<{ ok: true; fields: Fields } | { ok: false; refusal: Refusal }> {
  if (!isSameOrigin(request.headers, siteUrl)) {
    return { ok: false, refusal: { reason: "cross-site" } };
  }
  const form = await readForm(request);
  return form.ok ? form : { ok: false, refusal: { reason: form.reason } };
}
