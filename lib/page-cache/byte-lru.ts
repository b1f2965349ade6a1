/** Keeps what was used most recently, within a number of bytes. */
export class ByteLru<Value> {
  readonly #capacity: number;
  readonly #onEvict: (key: string, bytes: number) => void;
  /** In order of use: a Map lists what was set last at its end. */
  readonly #entries = new Map<string, { value: Value; bytes: number }>();
  #bytes = 0;

  /**
   * @param capacity bytes
   * @param onEvict told of each entry that had to go for another one
   */
  constructor(capacity: number, onEvict: (key: string, bytes: number) => void = () => undefined) {
    this.#capacity = capacity;
    this.#onEvict = onEvict;
  }

  /** Bytes of all entries. */
  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** The value, which is now the one used last. */
  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** A value that is larger than everything may be is not kept, nor what stood in its place. */
  set(key: string, value: Value, bytes: number): void {
    this.delete(key);
    if (bytes > this.#capacity) {
      this.#onEvict(key, bytes);
      return;
    }
    this.#entries.set(key, { value, bytes });
    this.#bytes += bytes;
    for (const [oldest, { bytes }] of this.#entries) {
      if (this.#bytes <= this.#capacity) break;
      this.#entries.delete(oldest);
      this.#bytes -= bytes;
      this.#onEvict(oldest, bytes);
    }
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
  }

  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }

  /** All entries, the one used least recently first. */
  *[Symbol.iterator](): IterableIterator<[key: string, value: Value, bytes: number]> {
    for (const [key, { value, bytes }] of this.#entries) yield [key, value, bytes];
  }
}
