/** Cookies that one host alone is to know, and no script. */

/** More of one name are read by nobody: whoever can set cookies here could have each of them looked up. */
const mostOfOneName = 50;

const isSecure = (siteUrl: string): boolean => siteUrl.startsWith("https:");

/**
 * With HTTPS the browser itself sees that nobody else has set it: neither another host of the domain, nor somebody on the
 * way (RFC 6265bis, section 4.1.3).
 */
const fullName = (name: string, siteUrl: string): string =>
  isSecure(siteUrl) ? `__Host-${name}` : name;

/**
 * What the browser was given under a name, as it was given. Without HTTPS another host of the domain may have set a cookie of
 * the same name, which then stands before ours or behind it: whoever asks tries each.
 */
export function readCookies(headers: Headers, name: string, siteUrl: string): string[] {
  const start = `${fullName(name, siteUrl)}=`;
  return (headers.get("cookie")?.split(";") ?? [])
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie.startsWith(start) && cookie.length > start.length)
    .slice(0, mostOfOneName)
    .map((cookie) => cookie.slice(start.length));
}

interface Cookie {
  name: string;
  value: string;
  /** In seconds; 0 takes it back. */
  maxAge: number;
  /** The only addresses that it is sent to; with HTTPS all of the site's, for the name demands it. */
  path: string;
}

/** As it stands in `Set-Cookie`. No other site can have it sent. */
export function writeCookie({ name, value, maxAge, path }: Cookie, siteUrl: string): string {
  const where = isSecure(siteUrl) ? "/" : path;
  const attributes = `Path=${where}; Max-Age=${maxAge}; HttpOnly; SameSite=Strict`;
  return `${fullName(name, siteUrl)}=${value}; ${attributes}${isSecure(siteUrl) ? "; Secure" : ""}`;
}
