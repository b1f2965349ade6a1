import { type PageBody, weighBody } from "@/lib/page-cache/page-body";

/** What readers get at an address, and what Next.js must know of it: what the page cache keeps. */
export interface Page {
  /** As Next.js names it: a page, or a route's answer. */
  kind: "APP_PAGE" | "APP_ROUTE";
  status: number;
  /** As Next.js gives them. */
  headers: Record<string, HeaderValue>;
  body: PageBody;
  /** What the policy has to let run. */
  inlineScripts: InlineScripts;
}

/** `none` in a lean page, `hashes` of those that are known to be Next's, `any` where they can't be told. */
export type InlineScripts = "none" | "any" | { hashes: string[] };

export type HeaderValue = string | number | string[] | undefined;

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
export function tagsOf({ headers }: Pick<Page, "headers">): string[] {
  const tags = headers[tagsHeader];
  return typeof tags === "string" && tags !== "" ? tags.split(",") : [];
}

/**
 * Whether a page is worth a place beyond this process. Addresses that lead nowhere, or elsewhere, can be made up without
 * end, and cost one look into the store.
 */
export const isLasting = ({ status }: Page): boolean => status === 200;

/** Whether a page may still be given out by its age. @param now milliseconds since 1970 */
export const isWithinLifetime = ({ lifetime, renderedAt }: CachedPage, now: number): boolean =>
  typeof lifetime?.revalidate !== "number" || now - renderedAt < lifetime.revalidate * 1000;

/** Bytes that a page takes in memory, about. */
export const weigh = (page: Page, key = ""): number => weighBody(page.body) + key.length + overhead;

/** Headers, objects. */
const overhead = 2048;
