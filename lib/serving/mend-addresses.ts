import type { IncomingMessage } from "node:http";
import { decodePercent } from "@/lib/site/decode-percent";

/**
 * Makes a request's address one that Next.js can decode and match: it answers others with a bare 500, or with a page that
 * is neither kept nor given its policy, before any of our code runs. A broken link is no failure of the site.
 */
export function mendAddress(request: IncomingMessage): void {
  if (request.url?.includes("%")) request.url = escapeUnmatchable(request.url);
}

/** The point of a regular expression, with which Next.js matches a path of any segments, stands for none of these. */
const lineEnd = /[\n\r\u2028\u2029]/;

/**
 * The address with each segment of its path as it was written where it holds percent signs that are no UTF-8 (`/50%`,
 * `/%FF`), or a line end: nothing is there, so the answer is a 404 like any other. The query stays as it is.
 */
export function escapeUnmatchable(url: string): string {
  const query = url.indexOf("?");
  const path = query < 0 ? url : url.slice(0, query);
  if (isMatchable(path)) return url;
  const segments = path
    .split("/")
    .map((segment) => (isMatchable(segment) ? segment : segment.replaceAll("%", "%25")));
  return segments.join("/") + url.slice(path.length);
}

function isMatchable(text: string): boolean {
  const decoded = decodePercent(text);
  return decoded !== undefined && !lineEnd.test(decoded);
}
