import type { ReadingContext } from "@/lib/content/read-document";
import type { Remains } from "@/lib/content/read-remains";
import { type Claim, findClaim, listClaims } from "@/lib/ingest/claims";
import {
  openSource,
  parseSource,
  type SourceAccess,
  type SourceFile,
  sourceAccess,
} from "@/lib/ingest/source-file";

/** Of files that wait for being compiled; what is read beyond that is read once more when its turn comes. */
const maxHeldBytes = 16 * 1024 * 1024;

interface Held {
  source: SourceFile;
  /** Bytes. */
  size: number;
}

/**
 * The files of the content folder as one run sees them. Each is read, hashed and parsed at most once, when somebody first
 * asks, and is handed on from there to who compiles it. A file may become another meanwhile: what was read counts, and
 * its stamp, which is older, tells the next run.
 */
export class RunFiles {
  #contentDirectory: string;
  #context: ReadingContext;
  #access: SourceAccess;
  #held = new Map<string, Held>();
  #heldBytes = 0;
  #hashes = new Map<string, string>();
  #claims = new Map<string, readonly Claim[]>();
  #refused = new Map<string, Remains>();

  /** @param contentDirectory absolute path */
  constructor(
    contentDirectory: string,
    context: ReadingContext,
    access: SourceAccess = sourceAccess,
  ) {
    this.#contentDirectory = contentDirectory;
    this.#context = context;
    this.#access = access;
  }

  /** The hash of a file's bytes; nothing where it can't be read, of which compiling it will say why. */
  hash(path: string): string | undefined {
    const hash = this.#hashes.get(path) ?? this.#open(path).hash;
    return hash === "" ? undefined : hash;
  }

  /** What a file claims. */
  claims(path: string): readonly Claim[] {
    const known = this.#claims.get(path);
    if (known) return known;
    const source = this.#open(path);
    const result = parseSource(path, source, this.#context, this.#access);
    // Its bytes aren't needed beside it.
    const held = this.#held.get(path);
    if (held) held.source = { hash: source.hash, result };
    const claims = listClaims(path, result);
    this.note(path, claims, result.outcome === "refused" ? (result.remains ?? {}) : undefined);
    return claims;
  }

  /** What is left of a file that is refused; nothing where it isn't. */
  remains(path: string): Remains | undefined {
    this.claims(path);
    return this.#refused.get(path);
  }

  /** The id of a post that its file names. */
  ownId(path: string): string | undefined {
    return findClaim(this.claims(path), "id")?.value;
  }

  /** Hands over what was read of a file, if anything is held of it. */
  take(path: string): SourceFile | undefined {
    const held = this.#held.get(path);
    this.release(path);
    return held?.source;
  }

  /** Nobody will compile the file. */
  release(path: string): void {
    const held = this.#held.get(path);
    if (!held) return;
    this.#held.delete(path);
    this.#heldBytes -= held.size;
  }

  /** Takes note of what a file claims that was compiled, or of what is left of it. */
  note(path: string, claims: readonly Claim[], remains: Remains | undefined): void {
    this.#claims.set(path, claims);
    if (remains) this.#refused.set(path, remains);
  }

  #open(path: string): SourceFile {
    const held = this.#held.get(path);
    if (held) return held.source;
    const source = openSource(this.#contentDirectory, path, this.#access);
    this.#hashes.set(path, source.hash);
    const size = sizeOf(source);
    if (this.#heldBytes + size <= maxHeldBytes) {
      this.#held.set(path, { source, size });
      this.#heldBytes += size;
    }
    return source;
  }
}

const sizeOf = (source: SourceFile): number =>
  "content" in source && source.content.kind === "bytes" ? source.content.bytes.length : 0;
