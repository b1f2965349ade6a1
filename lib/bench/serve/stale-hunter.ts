import { createHash } from "node:crypto";
import { Agent, type IncomingHttpHeaders } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { ask } from "@/lib/bench/load/ask";
import { type Editions, isStale, readEditions } from "@/lib/bench/serve/editions";

/** As readers ask: each has a copy of its own in a cache, and any of them could be an old one. */
const encodings = ["br", "gzip", "identity"] as const;

/** One request in so many says what it has already, and may be told that it still holds. */
const conditionalEvery = 4;

/** Of parsed bodies, by their hash: the same pages come thousands of times. */
const mostParsed = 1000;

/** What a page said when it was last seen whole. */
interface Seen {
  etag: string;
  editions: Editions;
}

/** Asks for pages in every way that readers do, and counts the answers that show what was there before. */
export class StaleHunter {
  stale = 0;
  /** Answers with another status, by status. */
  readonly failures = new Map<number, number>();
  /** Answers that said: what you have still holds. */
  unmodified = 0;
  /** The first stale answers, to look at. */
  readonly examples: string[] = [];
  readonly #urls: readonly string[];
  readonly #published: () => Editions;
  readonly #agent = new Agent({ keepAlive: true });
  readonly #parsed = new Map<string, Editions>();
  readonly #seen = new Map<string, Seen>();

  /** @param published what an answer must show at least that is asked for now */
  constructor(urls: readonly string[], published: () => Editions) {
    this.#urls = urls;
    this.#published = published;
  }

  /** The nth request. */
  async visit(index: number): Promise<void> {
    const url = this.#urls[index % this.#urls.length] ?? "";
    const turn = Math.floor(index / this.#urls.length);
    const encoding = encodings[turn % encodings.length] ?? "identity";
    const seen = turn % conditionalEvery === 0 ? this.#seen.get(`${encoding} ${url}`) : undefined;
    const published = this.#published();
    const { status, headers, body } = await ask(this.#agent, url, {
      "accept-encoding": encoding,
      ...(seen === undefined ? {} : { "if-none-match": seen.etag }),
    });
    if (status === 304 && seen !== undefined) {
      this.unmodified += 1;
      this.#judge(seen.editions, published, `${url} ${encoding}: 304`);
    } else if (status === 200) {
      const editions = this.#parse(Buffer.concat(body), headers);
      const { etag } = headers;
      if (etag !== undefined) this.#seen.set(`${encoding} ${url}`, { etag, editions });
      this.#judge(editions, published, `${url} ${encoding}: 200`);
    } else this.failures.set(status, (this.failures.get(status) ?? 0) + 1);
  }

  close(): void {
    this.#agent.destroy();
  }

  #judge(shown: Editions, published: Editions, what: string): void {
    if (!isStale(shown, published)) return;
    this.stale += 1;
    if (this.examples.length < 5) this.examples.push(what);
  }

  #parse(body: Buffer, { "content-encoding": encoding }: IncomingHttpHeaders): Editions {
    const key = createHash("sha1").update(body).digest("base64");
    const known = this.#parsed.get(key);
    if (known) return known;
    if (this.#parsed.size >= mostParsed) this.#parsed.clear();
    const editions = readEditions(unpack(body, encoding).toString());
    this.#parsed.set(key, editions);
    return editions;
  }
}

function unpack(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding === "br") return brotliDecompressSync(body);
  return encoding === "gzip" ? gunzipSync(body) : body;
}
