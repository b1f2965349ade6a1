/** A page as Next.js renders it, or a route's answer: what the page cache keeps. */
export interface AppPage {
  kind: "APP_PAGE";
  html: string;
  /** Flight data of the whole page, for a reader who comes from another page. */
  rscData: Buffer | undefined;
  headers: Record<string, HeaderValue> | undefined;
  /** What a render needs to go on from a shell. */
  postponed: string | undefined;
  status: number | undefined;
  /** Flight data of its parts, for prefetching. */
  segmentData: Map<string, Buffer> | undefined;
}

export interface AppRoute {
  kind: "APP_ROUTE";
  body: Buffer;
  headers: Record<string, HeaderValue> | undefined;
  status: number | undefined;
}

export type HeaderValue = string | number | string[] | undefined;

export type Page = AppPage | AppRoute;

/** How long Next.js may serve a page before it renders it anew, in seconds. */
export interface Lifetime {
  revalidate: number | false;
  expire: number | undefined;
}

export interface CachedPage {
  page: Page;
  lifetime: Lifetime | undefined;
  /** When its rendering began, in milliseconds since 1970 by the clock of the server that rendered it. */
  renderedAt: number;
}

/** Next's header that names the cache tags of a page. */
const tagsHeader = "x-next-cache-tags";

/** The cache tags of a page. */
export function tagsOf({ headers }: Page): string[] {
  const tags = headers?.[tagsHeader];
  return typeof tags === "string" && tags !== "" ? tags.split(",") : [];
}

/**
 * Whether a page is worth a place beyond this process. Addresses that lead nowhere, or elsewhere, can be made up without
 * end, and cost one look into the store.
 */
export const isLasting = ({ status }: Page): boolean => status === undefined || status === 200;

/** Bytes that a page takes in memory, about; characters beyond Latin-1 take two. */
export function weigh(page: Page): number {
  if (page.kind === "APP_ROUTE") return page.body.byteLength + overhead;
  let bytes = 2 * page.html.length + (page.rscData?.byteLength ?? 0) + overhead;
  bytes += 2 * (page.postponed?.length ?? 0);
  for (const [name, data] of page.segmentData ?? []) bytes += data.byteLength + name.length + 200;
  return bytes;
}

/** Headers, keys, objects. */
const overhead = 2048;
