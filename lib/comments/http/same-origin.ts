/**
 * Whether a form was sent from a page of this site. Browsers say so themselves, and no page can make them lie: newer ones in
 * `Sec-Fetch-Site`, all of them in `Origin` with a form. Where a proxy or a setting has taken both away, `Referer` may still
 * name another site. What says nothing at all is no browser, and carries nobody's cookies.
 */
export function isSameOrigin(headers: Headers, siteUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const from = headers.get("origin") ?? headers.get("referer");
  if (from === null) return true;
  if (!URL.canParse(from)) return false;
  const { host } = new URL(from);
  return host === new URL(siteUrl).host || host === headers.get("host");
}
