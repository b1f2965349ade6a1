import type { ListedFile } from "@/lib/ingest/list-files";
import type { FileRecord } from "@/lib/store/records";

export interface Changes {
  /** New files and files whose bytes, or the code that compiles them, have changed; in the order of the folder. */
  compile: ListedFile[];
  /** Paths of files that are gone. */
  removed: string[];
  /** Files whose bytes went to another path; they are in `compile` too. */
  moved: { from: string; to: string }[];
  /** Files whose bytes are as the store has them, under a stamp it doesn't know yet. */
  restamped: { path: string; stamp: string }[];
  /** Files that need no work. */
  unchanged: number;
}

/** What the store remembers of the files, by path. */
export type KnownFiles = ReadonlyMap<string, Pick<FileRecord, "hash" | "stamp" | "pipeline">>;

/**
 * What is new, changed, gone or moved since the store was last brought up to date. Reads only files whose stamp is not
 * the one that the store remembers.
 * @param hashFile the hash of a file's bytes, by path; nothing where it can't be read
 */
export function findChanges(
  files: readonly ListedFile[],
  known: KnownFiles,
  pipeline: string,
  hashFile: (path: string) => string | undefined,
): Changes {
  const changes: Changes = { compile: [], removed: [], moved: [], restamped: [], unchanged: 0 };
  const present = new Set<string>();
  const added: ListedFile[] = [];
  for (const file of files) {
    present.add(file.path);
    const before = known.get(file.path);
    if (!before) {
      added.push(file);
      changes.compile.push(file);
      continue;
    }
    const sameStamp = file.stamp !== "" && file.stamp === before.stamp;
    if (before.pipeline !== pipeline || !(sameStamp || hashFile(file.path) === before.hash)) {
      changes.compile.push(file);
      continue;
    }
    changes.unchanged += 1;
    if (!sameStamp && file.stamp !== "") changes.restamped.push(file);
  }

  const gone = [...known.keys()].filter((path) => !present.has(path));
  const movedFrom = findMoves(gone, added, known, hashFile, changes);
  changes.removed = gone.filter((path) => !movedFrom.has(path));
  return changes;
}

/** A file that is gone and a new one with the same bytes are one file that was moved. */
function findMoves(
  gone: readonly string[],
  added: readonly ListedFile[],
  known: KnownFiles,
  hashFile: (path: string) => string | undefined,
  changes: Changes,
): Set<string> {
  const from = new Set<string>();
  if (gone.length === 0 || added.length === 0) return from;
  const byHash = new Map<string, string[]>();
  for (const path of gone) {
    const hash = known.get(path)?.hash;
    if (!hash) continue;
    const paths = byHash.get(hash);
    if (paths) paths.push(path);
    else byHash.set(hash, [path]);
  }
  for (const { path } of added) {
    const hash = hashFile(path);
    const origin = hash === undefined ? undefined : byHash.get(hash)?.shift();
    if (origin === undefined) continue;
    from.add(origin);
    changes.moved.push({ from: origin, to: path });
  }
  return from;
}
