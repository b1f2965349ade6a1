import { LRUCache } from "lru-cache";

interface Entry<Value> {
  value: Value;
  bytes: number;
}

/** Keeps what was used most recently, within a number of bytes. */
export class ByteLru<Value> {
  readonly #capacity: number;
  readonly #onEvict: (key: string) => void;
  readonly #entries: LRUCache<string, Entry<Value>>;

  /**
   * @param capacity bytes
   * @param onEvict told of each entry that had to go for another one, or was too large
   */
  constructor(capacity: number, onEvict: (key: string) => void = () => undefined) {
    this.#capacity = capacity;
    this.#onEvict = onEvict;
    this.#entries = new LRUCache({
      maxSize: Math.max(1, Math.floor(capacity)),
      sizeCalculation: ({ bytes }) => bytes,
      dispose: (_, key, reason) => {
        if (reason === "evict") onEvict(key);
      },
    });
  }

  /** Bytes of all entries. */
  get bytes(): number {
    return this.#entries.calculatedSize;
  }

  /** The value, which is now the one used last. */
  get(key: string): Value | undefined {
    return this.#entries.get(key)?.value;
  }

  /** Whether there is a value; it counts for no use of it. */
  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /**
   * A value that is larger than everything may be is not kept, nor what stood in its place.
   * @param bytes at least 1
   */
  set(key: string, value: Value, bytes: number): void {
    this.#entries.set(this.#entries.has(key) ? key : copyOf(key), { value, bytes });
    // The library keeps no such entry and tells nobody of it.
    if (bytes > this.#capacity) this.#onEvict(key);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }

  /** All entries, the one used least recently first. */
  *[Symbol.iterator](): IterableIterator<[key: string, value: Value, bytes: number]> {
    for (const key of this.#entries.rkeys()) {
      const entry = this.#entries.peek(key);
      if (entry) yield [key, entry.value, entry.bytes];
    }
  }
}

/** A key cut out of a longer text, as a path out of an address, would keep all of that text in memory. */
const copyOf = (key: string): string => structuredClone(key);
