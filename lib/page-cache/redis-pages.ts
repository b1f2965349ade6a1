import { createHash } from "node:crypto";
import { decodePage, encodePage, type StoredPage } from "@/lib/page-cache/encode-page";
import type { PageStore } from "@/lib/page-cache/page-store";
import type { RedisConnection } from "@/lib/page-cache/redis-connection";

/** A page that nobody has rendered anew for so long is forgotten, in seconds. */
const lifetime = 7 * 24 * 60 * 60;

/** Larger ones are rendered by each server for itself. */
const maxBytes = 4 * 1024 * 1024;

/** Pages on their way to Redis at a time; more are not shared. */
const maxWaiting = 200;

/** Pages of one build, shared by all servers that run it. Redis' own limit of memory bounds them. */
export class RedisPages implements PageStore {
  readonly #connection: RedisConnection;
  readonly #prefix: string;
  readonly #onError: (error: unknown) => void;
  readonly #waiting = new Set<Promise<void>>();

  /** @param prefix of the keys: names the site and the build */
  constructor(connection: RedisConnection, prefix: string, onError: (error: unknown) => void) {
    this.#connection = connection;
    this.#prefix = prefix;
    this.#onError = onError;
  }

  mayHold(): boolean {
    return this.#connection.isReady;
  }

  holdsAny(): boolean {
    return this.#connection.isReady;
  }

  async read(key: string): Promise<StoredPage | undefined> {
    const answer = await this.#connection.ask((client) => client.get(this.#name(key)));
    if (!answer.reached || !Buffer.isBuffer(answer.value)) return undefined;
    return decodePage(key, answer.value);
  }

  write(key: string, page: StoredPage): void {
    if (this.#waiting.size >= maxWaiting) return;
    const done = this.#send(key, page)
      .catch(this.#onError)
      .finally(() => this.#waiting.delete(done));
    this.#waiting.add(done);
  }

  /** Left where it is: another server may have put a fresh one there, and a stale one is replaced soon. */
  remove(): void {}

  async findBase(): Promise<string | undefined> {
    const answer = await this.#connection.ask((client) => client.get(this.#baseName));
    return answer.reached && Buffer.isBuffer(answer.value) ? answer.value.toString() : undefined;
  }

  /** For ever: `volatile-lru` takes only what has a time to live. */
  async keepBase(text: string): Promise<void> {
    await this.#connection.ask((client) =>
      client.set(this.#baseName, Buffer.from(text), { condition: "NX" }),
    );
  }

  async close(): Promise<void> {
    await Promise.all(this.#waiting);
  }

  async #send(key: string, page: StoredPage): Promise<void> {
    const bytes = encodePage(key, page);
    if (bytes.byteLength > maxBytes) return;
    await this.#connection.ask((client) =>
      client.set(this.#name(key), bytes, { expiration: { type: "EX", value: lifetime } }),
    );
  }

  get #baseName(): string {
    return `${this.#prefix}:base`;
  }

  #name(key: string): string {
    return `${this.#prefix}:${createHash("sha256").update(key).digest("hex").slice(0, 40)}`;
  }
}
