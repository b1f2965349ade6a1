import type { DataCache } from "@/lib/page-cache/data-cache";
import type { CachedPage } from "@/lib/page-cache/page";
import type { PageCache } from "@/lib/page-cache/page-cache";
import { readLifetime, readPage } from "@/lib/page-cache/read-page";
import type { Mark } from "@/lib/page-cache/revalidations";

/**
 * Next.js loads its cache handlers itself (next-pages.mjs, next-data.mjs), apart from what it has bundled. Here they meet
 * the caches that were opened when the server started.
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
  /** When the build began, in milliseconds since 1970; unset: when its files were written. */
  builtAt?: number | undefined;
}

export class NextCache {
  readonly data: DataCache;
  /** Whether other servers render into the same cache. */
  readonly isShared: boolean;
  readonly #pages: PageCache;
  readonly #builtAt: number | undefined;

  constructor(
    pages: PageCache,
    data: DataCache,
    { isShared = false, builtAt }: NextCacheOptions = {},
  ) {
    this.#pages = pages;
    this.data = data;
    this.isShared = isShared;
    this.#builtAt = builtAt;
  }

  mark(): Mark {
    return this.#pages.revalidations.mark();
  }

  /** @param readBuilt looks for a page of the build */
  async get(key: string, readBuilt: () => Promise<NextEntry | null>): Promise<NextEntry | null> {
    const mark = this.mark();
    const found = await this.#pages.find(key);
    if (found) return toNext(found);
    if (!this.#pages.usesBuild) return null;
    const built = await readBuilt();
    if (!built) return null;
    const page = readPage(built.value);
    const builtAt = Math.min(this.#builtAt ?? Number.POSITIVE_INFINITY, built.lastModified);
    if (!page || !this.#pages.isBuiltPageFresh(page, builtAt)) return null;
    this.#pages.keepBuiltPage(
      key,
      { page, lifetime: readLifetime(built), renderedAt: built.lastModified },
      mark,
    );
    return built;
  }

  set(key: string, value: unknown, context: unknown, mark: Mark): void {
    const page = readPage(value);
    if (page) this.#pages.keep(key, page, readLifetime(context), mark);
  }

  revalidate(tags: readonly string[]): Promise<boolean> {
    return this.#pages.revalidate(tags);
  }

  /**
   * Keeps what is known of the content for servers that start later and share pages that no build of theirs has made. Where
   * the shared pages are gone, so is what was kept: it is said anew with each change.
   */
  async keepBase(text: string): Promise<void> {
    if (!this.#pages.usesBuild) await this.#pages.keepBase(text);
  }
}

const toNext = ({ page, lifetime, renderedAt }: CachedPage): NextEntry => ({
  value: page,
  lastModified: renderedAt,
  ...(lifetime ? { cacheControl: lifetime } : {}),
});
