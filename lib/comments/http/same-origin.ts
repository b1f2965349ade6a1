/**
 * Whether a form was sent from a page of this site. Browsers say so themselves, and no page can make them lie: newer ones in
 * `Sec-Fetch-Site`, all of them in `Origin` with a form. What says neither is no browser, and carries nobody's cookies.
 */
export function isSameOrigin(headers: Headers, siteUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  if (origin === null) return true;
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === new URL(siteUrl).host || host === headers.get("host");
}
