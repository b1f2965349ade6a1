import { ByteLru } from "@/lib/page-cache/byte-lru";
import {
  type CachedPage,
  isLasting,
  isWithinLifetime,
  type Lifetime,
  type Page,
  tagsOf,
  weigh,
} from "@/lib/page-cache/page";
import type { PageStore, RevalidationLog } from "@/lib/page-cache/page-store";
import type { Mark, Revalidations } from "@/lib/page-cache/revalidations";

/** Part of the memory that pages for addresses that lead nowhere, or elsewhere, may take. */
const passingShare = 1 / 8;

/** Part of it for pages that are out of date and may be shown where they can't be rendered anew. */
const outdatedShare = 1 / 8;

/**
 * How much older than its file's time a page of the build may be, in milliseconds: what it was rendered from was read
 * earlier, and the clock of the machine that built it may differ.
 */
const buildMargin = 5 * 60 * 1000;

const isOfComments = (tag: string): boolean => /^comment(?:s|-count):/.test(tag);

interface Kept extends CachedPage {
  tags: string[];
  /** What was known as its rendering began, or as it was found fresh. */
  moment: number;
}

interface PageCacheOptions {
  revalidations: Revalidations;
  log: RevalidationLog;
  /** Id of the build that is served. */
  build: string;
  /** Beyond memory; without one, pages are rendered anew after a restart. */
  store?: PageStore | undefined;
  /** Bytes of pages kept in memory. */
  memoryBytes: number;
  /** Whether the build has made its pages for this site; unset: it has. */
  usesBuild?: boolean;
}

/**
 * The pages of a running server: in memory, behind it in a store that survives the process, behind that those of the
 * build. A page is given out only where it is known to be right.
 */
export class PageCache {
  readonly revalidations: Revalidations;
  readonly usesBuild: boolean;
  readonly #log: RevalidationLog;
  readonly #build: string;
  readonly #store: PageStore | undefined;
  readonly #lasting: ByteLru<Kept>;
  readonly #passing: ByteLru<Kept>;
  /** Out of date, but nothing of them has been taken away; until they are rendered anew. */
  readonly #outdated: ByteLru<Kept>;
  /** Tags that are being revalidated, for Next.js tells of them twice: as pages' and as data's. */
  #recording: { tags: Set<string>; withdraws: boolean; done: Promise<boolean> } | undefined;
  /** What is revalidated from here on outdates every page of the build, whatever the clock of its machine has said. */
  readonly #opened: Mark;
  /** What happened up to here is in the pages of the build, whatever their time says. */
  #builtFloor = Number.POSITIVE_INFINITY;

  constructor({
    revalidations,
    log,
    build,
    store,
    memoryBytes,
    usesBuild = true,
  }: PageCacheOptions) {
    this.revalidations = revalidations;
    this.usesBuild = usesBuild;
    this.#log = log;
    this.#build = build;
    this.#store = store;
    this.#opened = revalidations.mark();
    this.#lasting = new ByteLru(memoryBytes * (1 - passingShare - outdatedShare));
    this.#passing = new ByteLru(memoryBytes * passingShare);
    this.#outdated = new ByteLru(memoryBytes * outdatedShare);
  }

  /** Bytes of the pages in memory. */
  get memoryBytes(): number {
    return this.#lasting.bytes + this.#passing.bytes + this.#outdated.bytes;
  }

  /** Whether there is anything that could be given out without rendering it. */
  get hasPages(): boolean {
    return this.usesBuild || this.memoryBytes > 0 || (this.#store?.holdsAny() ?? false);
  }

  /** A page in memory that is right as far as is known here, and young enough. */
  peek(key: string): CachedPage | undefined {
    const kept = this.#lasting.get(key) ?? this.#passing.get(key);
    if (!kept) return undefined;
    if (this.revalidations.isFresh(kept.tags, kept.moment)) {
      return isWithinLifetime(kept, Date.now()) ? kept : undefined;
    }
    this.#setAside(key, kept);
    return undefined;
  }

  /**
   * A page that is out of date, for times in which it can't be rendered anew: the last one that was right, where nothing of
   * what it shows has been taken away since.
   */
  findOutdated(key: string): CachedPage | undefined {
    const kept = this.#outdated.get(key);
    if (!kept || this.#mayBeShown(kept)) return kept;
    this.#outdated.delete(key);
    return undefined;
  }

  /** Whether the store may hold a page that isn't in memory: where not, `find` needs not be asked. */
  mayFind(key: string): boolean {
    return this.#store?.mayHold(key) ?? false;
  }

  /** A page that is right as far as is known here. */
  async find(key: string): Promise<CachedPage | undefined> {
    const kept = this.#lasting.get(key) ?? this.#passing.get(key);
    if (kept) {
      if (this.revalidations.isFresh(kept.tags, kept.moment)) return kept;
      this.#setAside(key, kept);
    }
    if (!this.#store) return undefined;
    const { moment } = this.revalidations.mark();
    const stored = await this.#store.read(key);
    if (!stored) return undefined;
    const tags = tagsOf(stored.page);
    if (!this.revalidations.isFreshSince(tags, stored.position)) {
      // What may be shown at need stays until it is rendered anew; this process may end before.
      if (this.revalidations.mayBeShownSince(tags, stored.position)) {
        this.#setAside(key, { ...stored, tags, moment });
      } else this.#store.remove(key);
      return undefined;
    }
    this.#lasting.set(key, { ...stored, tags, moment }, weigh(stored.page, key));
    return stored;
  }

  /**
   * Whether a page that was rendered during the build is still right.
   * @param builtAt milliseconds since 1970
   */
  isBuiltPageFresh(page: Pick<Page, "headers">, builtAt: number): boolean {
    const position = (builtAt - buildMargin) * 1000;
    const { floor } = this.revalidations;
    const tags = tagsOf(page);
    if (!this.revalidations.isFresh(tags, this.#opened.moment)) return false;
    // That the build was made from the content as it is says nothing of comments.
    const trusted = tags.some(isOfComments) ? position : Math.max(position, this.#builtFloor);
    return floor <= trusted && this.revalidations.isFreshSince(tags, Math.max(position, floor));
  }

  /** Keeps a page of the build in memory. */
  keepBuiltPage(key: string, built: CachedPage, { moment }: Mark): void {
    this.#lasting.set(key, { ...built, tags: tagsOf(built.page), moment }, weigh(built.page, key));
  }

  /** What was known of the content before any page was shared with other servers; undefined where that isn't known. */
  async findBase(): Promise<string | undefined> {
    return this.#store?.findBase?.();
  }

  /** Keeps that for servers that start later, where there is nothing yet. */
  async keepBase(text: string): Promise<void> {
    await this.#store?.keepBase?.(text);
  }

  /** Whether all is remembered that was revalidated since the build was judged to be current. */
  get knowsBuild(): boolean {
    return this.#log.knowsAllSince(this.#build);
  }

  /**
   * Takes note whether the build was made from the content as it is now. Until it is known, the build is believed; if it
   * wasn't, its pages are right only where all revalidations since then are known.
   */
  judgeBuild(isCurrent: boolean): void {
    if (isCurrent) this.#log.noteCurrent(this.#build);
    const isKnown = isCurrent || this.#log.knowsAllSince(this.#build);
    this.#builtFloor = isKnown ? this.revalidations.floor : -1;
    if (isKnown) return;
    this.#lasting.clear();
    this.#passing.clear();
    this.#outdated.clear();
  }

  /**
   * Keeps a page that was rendered.
   * @param mark taken before its rendering began
   * @param isWorthKeeping whether it may have a place beyond this process
   */
  keep(
    key: string,
    page: Page,
    lifetime: Lifetime | undefined,
    mark: Mark,
    isWorthKeeping = true,
  ): void {
    const tags = tagsOf(page);
    const kept = { page, lifetime, renderedAt: mark.moment, tags, moment: mark.moment };
    const isKept = isWorthKeeping && isLasting(page);
    this.#outdated.delete(key);
    (isKept ? this.#passing : this.#lasting).delete(key);
    (isKept ? this.#lasting : this.#passing).set(key, kept, weigh(page, key));
    if (!this.#store) return;
    if (isKept) {
      this.#store.write(key, { page, lifetime, renderedAt: mark.moment, position: mark.position });
    } else this.#store.remove(key);
  }

  /**
   * Makes everything stale that carries one of these tags: at once, before this returns.
   * @param withdraws whether something may have been taken away: then what was there is shown to nobody any more, not even
   *   where it can't be rendered anew
   * @returns whether it will be remembered when this process has ended
   */
  revalidate(tags: readonly string[], withdraws = true): Promise<boolean> {
    const recording = this.#recording;
    if (
      recording &&
      (recording.withdraws || !withdraws) &&
      tags.every((tag) => recording.tags.has(tag))
    ) {
      return recording.done;
    }
    const done = this.#log.record(tags, withdraws);
    const current = { tags: new Set(tags), withdraws, done };
    this.#recording = current;
    // The second call comes in the same turn.
    queueMicrotask(() => {
      if (this.#recording === current) this.#recording = undefined;
    });
    return current.done;
  }

  #setAside(key: string, kept: Kept): void {
    this.#lasting.delete(key);
    this.#passing.delete(key);
    if (isLasting(kept.page) && this.#mayBeShown(kept)) {
      this.#outdated.set(key, kept, weigh(kept.page));
    }
  }

  #mayBeShown = ({ tags, moment }: Kept): boolean => this.revalidations.mayBeShown(tags, moment);

  async close(): Promise<void> {
    await this.#store?.close();
    await this.#log.close();
  }
}
