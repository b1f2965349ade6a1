import { onRequest } from "@/lib/http-exchanges";

/**
 * Makes each request's address one that can be decoded: Next.js answers others with a bare 500, before any of our code
 * runs, and a broken link is no failure of the site.
 */
export function mendAddresses(): void {
  onRequest(({ request }) => {
    if (request.url?.includes("%")) request.url = escapeUndecodable(request.url);
  });
}

/**
 * The address with each segment of its path as it was written where it holds percent signs that are no UTF-8 (`/50%`,
 * `/%FF`): nothing is there, so the answer is a 404 like any other. The query stays as it is.
 */
export function escapeUndecodable(url: string): string {
  const query = url.indexOf("?");
  const path = query < 0 ? url : url.slice(0, query);
  if (isDecodable(path)) return url;
  const segments = path
    .split("/")
    .map((segment) => (isDecodable(segment) ? segment : segment.replaceAll("%", "%25")));
  return segments.join("/") + url.slice(path.length);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch (thrown) {
    if (thrown instanceof URIError) return false;
    throw thrown;
  }
}
