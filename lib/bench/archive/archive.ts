import { type ArchiveKind, fileSize } from "@/lib/bench/archive/file-sizes";
import { createFrontMatter } from "@/lib/bench/archive/front-matter";
import { createIdentity, type Identity } from "@/lib/bench/archive/identity";
import { createNewsroom } from "@/lib/bench/archive/newsroom";
import { createPostBody } from "@/lib/bench/archive/post-body";
import { createPostPath } from "@/lib/bench/archive/post-path";
import { createQuirks, type Quirk } from "@/lib/bench/archive/quirks";
import { createRandom, mixSeed } from "@/lib/bench/archive/random";
import { createRanks } from "@/lib/bench/archive/ranks";

/** Raise it with every change that gives other bytes: archives that lie about are known by it. */
export const archiveVersion = 2;

export interface ArchivePlan {
  kind: ArchiveKind;
  posts: number;
  seed: number;
}

export interface ArchiveFile {
  /** Relative to the folder of the archive, with `/`. */
  path: string;
  bytes: Uint8Array;
}

interface Archive {
  posts: number;
  /** The file of a post, from 0; every call gives the same bytes. */
  file(index: number): ArchiveFile;
}

/**
 * An archive that looks like real ones: their sizes, their front matter, their HTML and their oddities, in the
 * proportions that were counted in 35,138 posts. Nothing of it was written by anybody. A file depends on the plan and
 * its number alone, so an archive of any size is made file by file.
 */
export function createArchive({ kind, posts, seed }: ArchivePlan): Archive {
  const newsroom = createNewsroom(seed);
  const quirksOf = createQuirks(posts, seed);
  const sizeRank = createRanks(posts, seed + 1);

  const identify = (index: number): { identity: Identity; quirks: ReadonlySet<Quirk> } => {
    const quirks = quirksOf(index);
    // A post with the name of another one is told from it by its folder alone.
    const original = quirks.has("sameName") && index > 0 ? findOriginal(index) : index;
    const random = createRandom(mixSeed(seed, original));
    return { identity: createIdentity(newsroom, random, quirksOf(original)), quirks };
  };
  const findOriginal = (index: number): number => {
    for (let other = index - 1; other >= 0; other -= 1) {
      if (!quirksOf(other).has("sameName")) return other;
    }
    return index;
  };

  return {
    posts,
    file: (index) => {
      const { identity, quirks } = identify(index);
      const random = createRandom(mixSeed(seed, index, 1));
      const size = fileSize(kind, posts > 1 ? sizeRank(index) / (posts - 1) : 0.5);
      const head = quirks.has("withoutFrontMatter")
        ? ""
        : createFrontMatter(identity, quirks, index);
      const body = createPostBody(identity, quirks, size - Buffer.byteLength(head), random);
      const bytes = Buffer.from(head + body);
      return {
        path: createPostPath(identity, quirks, index),
        bytes: quirks.has("brokenBytes") ? breakBytes(bytes) : bytes,
      };
    },
  };
}

/** Cuts a character in two, somewhere in the body. */
function breakBytes(bytes: Uint8Array): Uint8Array {
  const at = bytes.findLastIndex((byte) => byte >= 0xe0);
  if (at < 0) return bytes;
  return Buffer.concat([bytes.subarray(0, at + 1), bytes.subarray(at + 2)]);
}
