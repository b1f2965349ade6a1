import type { HeaderValue, Lifetime, Page } from "@/lib/page-cache/page";

/**
 * What Next.js hands to a cache is `unknown` here: it is kept across processes and versions, so its form is checked once,
 * as it comes in.
 */

/** A page or a route's answer; nothing for the kinds that this site has no use for. */
export function readPage(value: unknown): Page | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, status } = value;
  const headers = isRecord(value.headers) ? readHeaders(value.headers) : undefined;
  const code = typeof status === "number" ? status : undefined;
  if (kind === "APP_ROUTE" && Buffer.isBuffer(value.body)) {
    return { kind, body: value.body, headers, status: code };
  }
  if (kind !== "APP_PAGE" || typeof value.html !== "string") return undefined;
  return {
    kind,
    html: value.html,
    rscData: Buffer.isBuffer(value.rscData) ? value.rscData : undefined,
    headers,
    postponed: typeof value.postponed === "string" ? value.postponed : undefined,
    status: code,
    segmentData: value.segmentData instanceof Map ? readSegments(value.segmentData) : undefined,
  };
}

/** How long a page may be served, from the context that Next.js gives with it. */
export function readLifetime(context: unknown): Lifetime | undefined {
  if (!isRecord(context) || !isRecord(context.cacheControl)) return undefined;
  const { revalidate, expire } = context.cacheControl;
  if (typeof revalidate !== "number" && revalidate !== false) return undefined;
  return { revalidate, expire: typeof expire === "number" ? expire : undefined };
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

function readSegments(segments: Map<unknown, unknown>): Map<string, Buffer> {
  const read = new Map<string, Buffer>();
  for (const [name, data] of segments) {
    if (typeof name === "string" && Buffer.isBuffer(data)) read.set(name, data);
  }
  return read;
}
