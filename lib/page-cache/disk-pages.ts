import { createHash } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { ByteLru } from "@/lib/page-cache/byte-lru";
import { decodePage, encodePage, type StoredPage } from "@/lib/page-cache/encode-page";
import { weigh } from "@/lib/page-cache/page";
import type { PageStore } from "@/lib/page-cache/page-store";

/** Files are counted in blocks: what they take on a disk, at least. */
const blockBytes = 4096;

/** Bytes of pages that wait for being written; more are not kept, which costs their next reader a rendering. */
const maxWaiting = 32 * 1024 * 1024;

/** Pages that are written at the same time. */
const writers = 2;

const indexFile = "index.json";

/**
 * Pages as files of one folder, within a number of bytes. Names are hashes: an address can be longer than a name may
 * be. Each file is written under another name and then renamed. What was used last is known in memory and kept in an
 * index when the server stops; after a crash the folder is read once instead.
 */
export class DiskPages implements PageStore {
  readonly #folder: string;
  readonly #onError: (error: unknown) => void;
  /** Names of the files in the order of their use. */
  readonly #files: ByteLru<true>;
  readonly #waiting = new Map<string, StoredPage>();
  readonly #writing = new Set<Promise<void>>();
  readonly #beingWritten = new Set<string>();
  #closed = false;

  /**
   * @param folder of this build's pages
   * @param capacity bytes that all files together may take
   */
  constructor(folder: string, capacity: number, onError: (error: unknown) => void) {
    this.#folder = folder;
    this.#onError = onError;
    this.#files = new ByteLru(capacity, (name) => this.#delete(name));
    try {
      mkdirSync(folder, { recursive: true });
      for (const [name, bytes] of readIndex(folder) ?? scan(folder)) {
        this.#files.set(name, true, bytes);
      }
      // From here on it is out of date; a crash must not leave it behind.
      rmSync(path.join(folder, indexFile), { force: true });
    } catch (thrown) {
      onError(thrown);
    }
  }

  /** Bytes that the files take. */
  get bytes(): number {
    return this.#files.bytes;
  }

  mayHold(key: string): boolean {
    return this.#waiting.has(key) || this.#files.has(nameOf(key));
  }

  holdsAny(): boolean {
    return this.#waiting.size > 0 || this.#files.bytes > 0;
  }

  async read(key: string): Promise<StoredPage | undefined> {
    const waiting = this.#waiting.get(key);
    if (waiting) return waiting;
    const name = nameOf(key);
    if (!this.#files.get(name)) return undefined;
    try {
      const page = decodePage(key, await readFile(this.#path(name)));
      if (!page) this.#forget(name);
      return page;
    } catch (thrown) {
      this.#forget(name);
      if (!isMissing(thrown)) this.#onError(thrown);
      return undefined;
    }
  }

  write(key: string, page: StoredPage): void {
    if (this.#closed) return;
    let bytes = weigh(page.page);
    for (const waiting of this.#waiting.values()) bytes += weigh(waiting.page);
    if (bytes > maxWaiting && this.#waiting.size > 0) return;
    this.#waiting.set(key, page);
    this.#writeNext();
  }

  remove(key: string): void {
    this.#waiting.delete(key);
    this.#forget(nameOf(key));
  }

  async close(): Promise<void> {
    await this.settled();
    this.writeIndex();
  }

  /** Fulfilled when no page waits for being written. */
  async settled(): Promise<void> {
    while (this.#writing.size > 0) await Promise.all(this.#writing);
  }

  /** Keeps the order of use for the next start; synchronous, so that it can be the last thing a process does. */
  writeIndex(): void {
    if (this.#closed) return;
    this.#closed = true;
    try {
      const entries = [...this.#files].map(([name, , bytes]) => [name, bytes]);
      const draft = path.join(this.#folder, `${indexFile}.tmp`);
      writeFileSync(draft, JSON.stringify(entries));
      renameSync(draft, path.join(this.#folder, indexFile));
    } catch (thrown) {
      this.#onError(thrown);
    }
  }

  #writeNext(): void {
    if (this.#writing.size >= writers) return;
    const next = [...this.#waiting.keys()].find((key) => !this.#beingWritten.has(key));
    if (next === undefined) return;
    const page = this.#waiting.get(next);
    if (!page) return;
    this.#beingWritten.add(next);
    const done = this.#writeFile(next, page)
      .catch(this.#onError)
      .finally(() => {
        this.#beingWritten.delete(next);
        // A newer one that arrived meanwhile has its turn.
        if (this.#waiting.get(next) === page) this.#waiting.delete(next);
        this.#writing.delete(done);
        this.#writeNext();
      });
    this.#writing.add(done);
    this.#writeNext();
  }

  async #writeFile(key: string, page: StoredPage): Promise<void> {
    const name = nameOf(key);
    const bytes = encodePage(key, page);
    const file = this.#path(name);
    const draft = `${file}.tmp`;
    await mkdir(path.dirname(file), { recursive: true });
    try {
      await writeFile(draft, bytes);
    } catch (thrown) {
      // A full disk keeps what was written so far.
      await rm(draft, { force: true });
      throw thrown;
    }
    // It may have turned out to be stale while it was written.
    if (this.#closed || this.#waiting.get(key) !== page) {
      await rm(draft, { force: true });
      return;
    }
    await rename(draft, file);
    this.#files.set(name, true, blocks(bytes.byteLength));
  }

  #forget(name: string): void {
    if (this.#files.get(name)) this.#delete(name);
    this.#files.delete(name);
  }

  #delete(name: string): void {
    rm(this.#path(name), { force: true }).catch(this.#onError);
  }

  /** Spread over 256 folders: some file systems are slow with many files in one. */
  #path(name: string): string {
    return path.join(this.#folder, name.slice(0, 2), name.slice(2));
  }
}

const nameOf = (key: string) => createHash("sha256").update(key).digest("hex").slice(0, 40);

const blocks = (bytes: number) => Math.ceil(bytes / blockBytes) * blockBytes;

const isMissing = (thrown: unknown) =>
  thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT";

/** The order of use as the last process left it; nothing where it was killed. */
function readIndex(folder: string): [name: string, bytes: number][] | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(path.join(folder, indexFile), "utf8"));
    return Array.isArray(read) && read.every(isIndexEntry) ? read : undefined;
  } catch (thrown) {
    if (thrown instanceof SyntaxError || isMissing(thrown)) return undefined;
    throw thrown;
  }
}

const isIndexEntry = (entry: unknown): entry is [string, number] =>
  Array.isArray(entry) &&
  entry.length === 2 &&
  typeof entry[0] === "string" &&
  /^[0-9a-f]{40}$/.test(entry[0]) &&
  typeof entry[1] === "number" &&
  entry[1] > 0;

/** Every page of the folder, the oldest first; removes what a killed process left half-written. */
function scan(folder: string): [name: string, bytes: number][] {
  const found: { name: string; bytes: number; written: number }[] = [];
  for (const shard of readdirSync(folder, { withFileTypes: true })) {
    if (!shard.isDirectory()) continue;
    for (const file of readdirSync(path.join(folder, shard.name))) {
      const full = path.join(folder, shard.name, file);
      const name = shard.name + file;
      if (/^[0-9a-f]{40}$/.test(name)) {
        const { size, mtimeMs } = statSync(full);
        found.push({ name, bytes: blocks(size), written: mtimeMs });
      } else rmSync(full, { force: true, recursive: true });
    }
  }
  return found.sort((a, b) => a.written - b.written).map(({ name, bytes }) => [name, bytes]);
}
