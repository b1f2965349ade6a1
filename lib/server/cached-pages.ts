import type { IncomingMessage, ServerResponse } from "node:http";
import { counters, countRequest } from "@/lib/metrics/counters";
import type { NextCache } from "@/lib/page-cache/next-cache";
import type { CachedPage } from "@/lib/page-cache/page";
import { sendBody } from "@/lib/server/send-body";
import type { SiteHeaders } from "@/lib/server/site-headers";
import { frameworkRoots, roots } from "@/lib/urls";

/** The path of a request as it stands there. */
export function pathOf({ url = "" }: Pick<IncomingMessage, "url">): string {
  const query = url.indexOf("?");
  return query < 0 ? url : url.slice(0, query);
}

/**
 * The address by which the page cache knows a page: the path as it stands in the request, without its query, which no page
 * that is kept depends on.
 * @returns undefined where a request is for something else
 */
export function addressOf({ url = "", method }: IncomingMessage): string | undefined {
  if (method !== "GET" && method !== "HEAD") return undefined;
  const path = pathOf({ url });
  return isNoPage(path) ? undefined : path;
}

/** What is made for each request, and what Next.js shows of itself: it says of that another status than it keeps. */
const notPages = [
  ...[roots.machines, roots.metrics, roots.desk, roots.comments],
  ...frameworkRoots,
];

const isNoPage = (path: string): boolean =>
  notPages.some((root) => path === root || path.startsWith(`${root}/`));

const counts = counters();

/** Answers with pages that are kept and right, as Next.js would. */
export class CachedPages {
  readonly #cache: NextCache;
  readonly #headers: SiteHeaders;

  constructor(cache: NextCache, headers: SiteHeaders) {
    this.#cache = cache;
    this.#headers = headers;
  }

  /**
   * Answers from memory at once, or from where pages outlive the process.
   * @param isFile whether there is a file at an address: one may have been put where nothing was
   * @returns whether there was an answer, or a promise of it where the memory has none
   */
  answer(
    address: string,
    request: IncomingMessage,
    response: ServerResponse,
    isFile: (address: string) => boolean,
  ): boolean | Promise<boolean> {
    const kept = this.#cache.peek(address);
    if (kept) {
      if (kept.page.status === 404 && isFile(address)) return false;
      this.send(kept, request, response, "HIT");
      countRequest("page", response.statusCode);
      counts.memoryHits += 1;
      return true;
    }
    const stored = this.#cache.findStored(address);
    if (!stored) return false;
    return stored.then((found) => {
      if (!found) return false;
      this.send(found, request, response, "HIT");
      countRequest("page", response.statusCode);
      counts.storedHits += 1;
      return true;
    });
  }

  /** Answers with the page that has just been rendered. @returns whether it is there, and right */
  answerRendered(address: string, request: IncomingMessage, response: ServerResponse): boolean {
    const kept = this.#cache.peek(address);
    if (kept) this.send(kept, request, response, "MISS");
    return kept !== undefined;
  }

  /**
   * Answers with a page that is out of date, since it can't be rendered anew: its headers say so (RFC 9211).
   * @param now milliseconds since 1970
   * @returns how old it is, in seconds; undefined where there is none that may be shown
   */
  answerOutdated(
    address: string,
    request: IncomingMessage,
    response: ServerResponse,
    now: number,
  ): number | undefined {
    const kept = this.#cache.findOutdated(address);
    if (!kept) return undefined;
    const age = Math.max(0, Math.round((now - kept.renderedAt) / 1000));
    const state = `masthead; hit; ttl=${-age}; detail="content store unreachable"`;
    const about = ["Age", String(age), "Cache-Status", state, "x-nextjs-cache", "STALE"];
    const { page } = kept;
    const headers = [...this.#headers.ofPage(page), ...about];
    sendBody(request, response, page.status, headers, page.body);
    counts.outdated += 1;
    return age;
  }

  send(
    { page }: CachedPage,
    request: IncomingMessage,
    response: ServerResponse,
    found: "HIT" | "MISS",
  ): void {
    const headers = [...this.#headers.ofPage(page), "x-nextjs-cache", found];
    sendBody(request, response, page.status, headers, page.body);
  }
}
