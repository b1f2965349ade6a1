import { ByteLru } from "@/lib/page-cache/byte-lru";
import type { PageCache } from "@/lib/page-cache/page-cache";

/** An entry of `'use cache'` as Next.js gives it (next/dist/server/lib/cache-handlers/types). */
interface DataEntry {
  value: ReadableStream<Uint8Array>;
  tags: string[];
  /** Seconds. */
  stale: number;
  /** When its computation began, in milliseconds. */
  timestamp: number;
  /** Seconds. */
  expire: number;
  /** Seconds. */
  revalidate: number;
}

interface Kept extends Omit<DataEntry, "value"> {
  bytes: Uint8Array;
}

/** What an entry takes beside its value: key, tags, objects. */
const overhead = 1024;

/**
 * What queries have found (`'use cache'`), in the memory of this process. The store answers in a millisecond, so it isn't
 * shared with other servers; their revalidations count here too.
 */
export class DataCache {
  readonly #pages: PageCache;
  readonly #entries: ByteLru<Kept>;
  /** Entries that are being read; who asks for one meanwhile waits. */
  readonly #arriving = new Map<string, Promise<void>>();

  /** @param memoryBytes of all entries */
  constructor(pages: PageCache, memoryBytes: number) {
    this.#pages = pages;
    this.#entries = new ByteLru(memoryBytes);
  }

  async get(key: string): Promise<DataEntry | undefined> {
    await this.#arriving.get(key);
    const kept = this.#entries.get(key);
    if (!kept) return undefined;
    const { bytes, ...entry } = kept;
    const age = performance.timeOrigin + performance.now() - entry.timestamp;
    const isFresh = this.#pages.revalidations.isFresh(entry.tags, entry.timestamp);
    if (!isFresh || age > entry.revalidate * 1000) {
      this.#entries.delete(key);
      return undefined;
    }
    return { ...entry, value: streamOf(bytes) };
  }

  async set(key: string, pending: Promise<DataEntry>): Promise<void> {
    const arriving = this.#receive(key, pending);
    this.#arriving.set(key, arriving);
    try {
      await arriving;
    } finally {
      if (this.#arriving.get(key) === arriving) this.#arriving.delete(key);
    }
  }

  /** All is known by messages and a timer (redis-log.ts). */
  async refreshTags(): Promise<void> {}

  async getExpiration(tags: readonly string[]): Promise<number> {
    return this.#pages.revalidations.lastMoment(tags);
  }

  async updateTags(tags: readonly string[]): Promise<void> {
    await this.#pages.revalidate(tags);
  }

  async #receive(key: string, pending: Promise<DataEntry>): Promise<void> {
    try {
      const { value, ...entry } = await pending;
      // Never given out again.
      if (entry.expire === 0) return;
      const bytes = new Uint8Array(await new Response(value).arrayBuffer());
      this.#entries.set(key, { ...entry, bytes }, bytes.byteLength + 2 * key.length + overhead);
    } catch {
      // A computation that failed: Next.js reports it to whoever asked, and nothing is kept.
      this.#entries.delete(key);
    }
  }
}

const streamOf = (bytes: Uint8Array): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
