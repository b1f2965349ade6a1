import type { HeaderValue, Lifetime, Page } from "@/lib/page-cache/page";

/**
 * What Next.js hands to a cache is `unknown` here: it changes with its versions, so its form is checked once, as it comes in.
 */

/** A page as Next.js has rendered it, or a route's answer. */
export interface RenderedPage extends Pick<Page, "kind" | "status" | "headers"> {
  /** HTML, or what a route answers. */
  content: string | Buffer;
}

/**
 * A complete page or a route's answer; undefined for the kinds that this site has no use for, and for what is only the shell
 * of a page.
 */
export function readPage(value: unknown): RenderedPage | undefined {
  if (!isRecord(value)) return undefined;
  const { kind } = value;
  const headers = isRecord(value.headers) ? readHeaders(value.headers) : {};
  const status = typeof value.status === "number" ? value.status : 200;
  if (kind === "APP_ROUTE" && Buffer.isBuffer(value.body)) {
    return { kind, status, headers, content: value.body };
  }
  if (kind !== "APP_PAGE" || typeof value.html !== "string") return undefined;
  if (typeof value.postponed === "string") return undefined;
  return { kind, status, headers, content: value.html };
}

/** How long a page may be served, from the context that Next.js gives with it. */
export function readLifetime(context: unknown): Lifetime | undefined {
  if (!isRecord(context) || !isRecord(context.cacheControl)) return undefined;
  const { revalidate, expire } = context.cacheControl;
  if (typeof revalidate !== "number" && revalidate !== false) return undefined;
  return { revalidate, expire: typeof expire === "number" ? expire : undefined };
}

/**
 * Whether one of Next's keys is that of a path as it stands in a request. A key ends in the path as Next.js has read it, with
 * `/index` for the front page; so `/posts/%61` and `/posts/a` have one key, and another way of writing may lead to another route.
 */
export function isKeyOf(key: string, path: string): boolean {
  const start = key.indexOf("/$/");
  const read = start < 0 ? key : key.slice(start + 2);
  if (path === "/") return read === "/index";
  return read === (/^\/index(?:\/|$)/.test(path) ? `/index${path}` : path);
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function readHeaders(headers: Record<string, unknown>): Record<string, HeaderValue> {
  const read: Record<string, HeaderValue> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === "string" || typeof value === "number") read[name] = value;
    else if (Array.isArray(value)) read[name] = value.map(String);
  }
  return read;
}
