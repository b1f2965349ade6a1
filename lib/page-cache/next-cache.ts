import { counters } from "@/lib/metrics/counters";
import type { DataCache } from "@/lib/page-cache/data-cache";
import { type CachedPage, isWithinLifetime, type Page } from "@/lib/page-cache/page";
import { readBody } from "@/lib/page-cache/page-body";
import type { PageCache } from "@/lib/page-cache/page-cache";
import { prepareHtml, preparePage } from "@/lib/page-cache/prepare-page";
import { isKeyOf, readLifetime, readPage } from "@/lib/page-cache/read-page";
import type { Mark } from "@/lib/page-cache/revalidations";

/**
 * Next.js loads its cache handlers itself (next-pages.mjs, next-data.mjs), apart from what it has bundled, and the server in
 * front of it is a program of its own. Here they meet the caches that were opened when the server started.
 */

/** In Next's form. */
interface NextEntry {
  value: unknown;
  /** Milliseconds since 1970. */
  lastModified: number;
  cacheControl?: unknown;
}

interface NextCacheOptions {
  /** Whether other servers render into the same cache. */
  isShared?: boolean;
  /** Whether the other servers can't be reached. */
  isCutOff?: () => boolean;
  /** When the build began, in milliseconds since 1970; unset: when its files were written. */
  builtAt?: number | undefined;
  /** Whether readers get pages without Next's runtime. */
  isLean?: boolean;
  /** The address of the one script that isn't the site's own, where there is one. */
  guestScript?: string | undefined;
  /** Told of each page that can't be made lean. */
  onUnknown?: () => void;
}

export class NextCache {
  readonly data: DataCache;
  /** Whether other servers render into the same cache. */
  readonly isShared: boolean;
  readonly #pages: PageCache;
  readonly #isCutOff: () => boolean;
  readonly #builtAt: number | undefined;
  readonly #preparing: {
    isLean: boolean;
    guestScript: string | undefined;
    onUnknown: () => void;
  };

  constructor(
    pages: PageCache,
    data: DataCache,
    {
      isShared = false,
      isCutOff = () => false,
      builtAt,
      isLean = true,
      guestScript,
      onUnknown = () => undefined,
    }: NextCacheOptions = {},
  ) {
    this.#pages = pages;
    this.data = data;
    this.isShared = isShared;
    this.#isCutOff = isCutOff;
    this.#builtAt = builtAt;
    this.#preparing = { isLean, guestScript, onUnknown };
  }

  /** Whether what all servers share can't be reached. */
  get isCutOff(): boolean {
    return this.#isCutOff();
  }

  /** Whether readers get pages without Next's runtime. */
  get isLean(): boolean {
    return this.#preparing.isLean;
  }

  mark(): Mark {
    return this.#pages.revalidations.mark();
  }

  /**
   * The page at an address as readers get it, where it is in memory and right: what a server asks before it asks Next.js.
   * @param address the path as it stands in the request
   */
  peek(address: string): CachedPage | undefined {
    return this.#pages.peek(address);
  }

  /** The same, from where pages outlive a process; undefined at once where none can be there. */
  findStored(address: string): Promise<CachedPage | undefined> | undefined {
    return this.#pages.mayFind(address) ? this.#findYoung(address) : undefined;
  }

  /** The last one that was right, for times in which none can be rendered (`PageCache.findOutdated`). */
  findOutdated(address: string): CachedPage | undefined {
    return this.#pages.findOutdated(address);
  }

  /** Of the pages that are kept. */
  get memoryBytes(): number {
    return this.#pages.memoryBytes;
  }

  /** Whether there is anything that could be given out without rendering it. */
  get hasPages(): boolean {
    return this.#pages.hasPages;
  }

  /** HTML that isn't kept, as readers get it: of a page that has failed, say. */
  prepareHtml(html: string): ReturnType<typeof prepareHtml> {
    return prepareHtml(html, this.#preparing);
  }

  /**
   * @param address the path as it stands in the request, by which pages are known here; what an address leads to is for
   *   Next.js to say, and never guessed
   * @param key Next's own
   * @param readBuilt looks for a page of the build
   */
  async get(
    address: string,
    key: string,
    readBuilt: () => Promise<NextEntry | null>,
  ): Promise<NextEntry | null> {
    const mark = this.mark();
    const found = await this.#pages.find(address);
    if (found) return toNext(found);
    if (!this.#pages.usesBuild) return null;
    const built = await readBuilt();
    if (!built) return null;
    const rendered = readPage(built.value);
    const builtAt = Math.min(this.#builtAt ?? Number.POSITIVE_INFINITY, built.lastModified);
    if (!rendered || !this.#pages.isBuiltPageFresh(rendered, builtAt)) return null;
    if (!isKeyOf(key, address)) return built;
    const page = await preparePage(rendered, this.#preparing);
    const lifetime = readLifetime(built);
    this.#pages.keepBuiltPage(address, { page, lifetime, renderedAt: built.lastModified }, mark);
    return built;
  }

  /**
   * Fulfilled when readers can get it from here: Next.js answers the first of them after that.
   * @param address as `get` has it
   * @param key Next's own
   */
  async set(
    address: string,
    key: string,
    value: unknown,
    context: unknown,
    mark: Mark,
  ): Promise<void> {
    const rendered = readPage(value);
    if (!rendered) return;
    const counts = counters();
    counts.renders += 1;
    counts.renderMs += this.mark().moment - mark.moment;
    const page = await preparePage(rendered, this.#preparing);
    // A page has one address; other ways of writing it can be made up without end.
    const isOwn = isKeyOf(key, address);
    this.#pages.keep(address, page, readLifetime(context), mark, isOwn);
  }

  /** @param withdraws whether something may have been taken away */
  revalidate(tags: readonly string[], withdraws = true): Promise<boolean> {
    return this.#pages.revalidate(tags, withdraws);
  }

  /**
   * Keeps what is known of the content for servers that start later and share pages that no build of theirs has made. Where
   * the shared pages are gone, so is what was kept: it is said anew with each change.
   */
  async keepBase(text: string): Promise<void> {
    if (!this.#pages.usesBuild) await this.#pages.keepBase(text);
  }

  async #findYoung(address: string): Promise<CachedPage | undefined> {
    const found = await this.#pages.find(address);
    return found && isWithinLifetime(found, Date.now()) ? found : undefined;
  }
}

async function toNext({ page, lifetime, renderedAt }: CachedPage): Promise<NextEntry> {
  return {
    value: await toValue(page),
    lastModified: renderedAt,
    ...(lifetime ? { cacheControl: lifetime } : {}),
  };
}

/** Without the data of Next's runtime: nobody asks for them, since links on our pages are plain links. */
async function toValue({ kind, status, headers, body }: Page): Promise<object> {
  const content = await readBody(body);
  if (kind === "APP_ROUTE") return { kind, body: content, headers, status };
  return {
    kind,
    html: content.toString("utf8"),
    rscData: undefined,
    headers,
    postponed: undefined,
    status,
    segmentData: undefined,
  };
}
