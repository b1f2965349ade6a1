import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { createAllowance, log, messageOf } from "@/lib/log";
import type { NextCache } from "@/lib/page-cache/next-cache";
import type { InlineScripts } from "@/lib/page-cache/page";
import { createBody, isCompressible } from "@/lib/page-cache/page-body";
import type { CachedPages } from "@/lib/server/cached-pages";
import { buildFailurePage } from "@/lib/server/failure-page";
import { headersForNext } from "@/lib/server/headers-for-next";
import { type HeldAnswer, holdAnswer } from "@/lib/server/held-answer";
import { sendBody, setHeaderList } from "@/lib/server/send-body";
import { describe, pageCacheControl, type SiteHeaders } from "@/lib/server/site-headers";
import { databaseTrouble } from "@/lib/site/database-trouble";
import { frameworkRoots, roots } from "@/lib/urls";

export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface NextAnswersOptions {
  next: NextHandler;
  cache: NextCache;
  pages: CachedPages;
  headers: SiteHeaders;
  /** Whether the content store answers, asked anew each time. */
  storeAnswers: () => Promise<boolean>;
}

/** When a page that could not be rendered may be asked for again, in seconds. */
const retryAfter = 30;

/** Lines a minute at the most about pages that are shown although they are out of date. */
const linesPerMinute = 60;

/** Asks Next.js, and sends what it answers as readers get it. */
export class NextAnswers {
  readonly #options: NextAnswersOptions;
  readonly #allowLine = createAllowance(linesPerMinute, () => performance.now());

  constructor(options: NextAnswersOptions) {
    this.#options = options;
  }

  /** @param address of a page; undefined where the request is for none */
  async answer(
    request: IncomingMessage,
    response: ServerResponse,
    address: string | undefined,
  ): Promise<void> {
    const { next, headers } = this.#options;
    const began = performance.now();
    const asked = request.headers;
    request.headers = headersForNext(asked, address);
    setHeaderList(response, headers.common());
    if (isForMachines(request.url)) {
      response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }
    holdAnswer(response, {
      isHeld,
      send: (answer) => {
        request.headers = asked;
        this.#send(answer, request, response, address, began).catch((thrown: unknown) => {
          log("error", "an answer failed", { url: request.url, message: messageOf(thrown) });
          response.destroy();
        });
      },
    });
    await next(request, response);
  }

  async #send(
    answer: HeldAnswer,
    request: IncomingMessage,
    response: ServerResponse,
    address: string | undefined,
    began: number,
  ): Promise<void> {
    const { pages, cache } = this.#options;
    if (address !== undefined && pages.answerRendered(address, request, response)) return;
    const type = String(answer.headers["content-type"] ?? "");
    const isPage =
      type.startsWith("text/html") &&
      (address !== undefined || answer.headers[madeByNext] !== undefined);
    const hasFailed = isPage && answer.status >= 500;
    // A database has failed meanwhile: it is no mistake of ours, and will pass.
    const isOutage = hasFailed && address !== undefined && databaseTrouble().last >= began;
    if (isOutage && (await this.#standIn(address, request, response))) return;
    const html = answer.content.toString("utf8");
    const page = isPage
      ? cache.prepareHtml(hasFailed && cache.isLean ? buildFailurePage(html) : html)
      : undefined;
    const content = page ? Buffer.from(page.html) : answer.content;
    const list = this.#headersOf(answer, page?.inlineScripts, isPage);
    if (isOutage) list.push("Retry-After", String(retryAfter));
    const status = isOutage ? 503 : answer.status;
    if (request.method === "HEAD") {
      // How long the content would be, only the content tells.
      const vary = isCompressible(type) ? ["Vary", "Accept-Encoding"] : [];
      response.writeHead(status, [...list, ...vary]).end();
      return;
    }
    sendBody(request, response, status, list, await createBody(content, type));
  }

  /**
   * Answers with the page as it was before it went out of date. Not where the store answers again: then whoever has
   * published something since is promised that nobody sees what was there before.
   */
  async #standIn(
    address: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<boolean> {
    const { pages, storeAnswers } = this.#options;
    if (await storeAnswers()) return false;
    // Somebody else may have had it rendered by now.
    if (pages.answerRendered(address, request, response)) return true;
    const age = pages.answerOutdated(address, request, response, Date.now());
    if (age !== undefined && this.#allowLine()) {
      log("warn", "outdated page served", { url: request.url, ageSeconds: age });
    }
    return age !== undefined;
  }

  #headersOf(
    { headers, status }: HeldAnswer,
    inlineScripts: InlineScripts | undefined,
    isPage: boolean,
  ): string[] {
    const cacheControl = isPage && status < 500 ? pageCacheControl : headers["cache-control"];
    return [
      ...describe(headers),
      ...["Content-Security-Policy", this.#options.headers.policy(inlineScripts)],
      ...(cacheControl === undefined ? [] : ["Cache-Control", String(cacheControl)]),
    ];
  }
}

/** Stands on pages that may be kept, and on no route's answer: nothing is at many an address that is no page's. */
const madeByNext = "x-nextjs-prerender";

const isHeld = (headers: OutgoingHttpHeaders, status: number): boolean =>
  isRedirect(status) ||
  (isCompressible(String(headers["content-type"] ?? "")) &&
    headers["content-encoding"] === undefined);

/** What says where a page has moved is kept like a page. */
const isRedirect = (status: number): boolean => status === 307 || status === 308;

/** Pictures, feeds and pages are there to be shown elsewhere; what machines and the desk ask for is not. */
const ownRoots = [frameworkRoots[0], roots.machines, roots.desk];

const isForMachines = (url = ""): boolean => ownRoots.some((root) => url.startsWith(`${root}/`));
