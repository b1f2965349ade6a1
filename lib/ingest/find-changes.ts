import type { ListedFile } from "@/lib/ingest/list-files";
import type { FileRecord } from "@/lib/store/records";

export interface Changes {
  /** New files and files whose bytes, or the code that compiles them, have changed; in the order of the folder. */
  compile: ListedFile[];
  /** Paths that no file has any more. */
  gone: string[];
  /** Those of them whose bytes are nowhere else. */
  removed: string[];
  /** Files whose bytes went to another path; they are in `compile` too. */
  moved: { from: string; to: string }[];
  /** Files whose bytes are as the store has them, under a stamp it doesn't know yet. */
  restamped: { path: string; stamp: string }[];
  /** Files that need no work. */
  unchanged: number;
}

/** What the store remembers of the files, by path. */
type KnownFiles = ReadonlyMap<string, Pick<FileRecord, "hash" | "stamp" | "pipeline">>;

/** The bytes of files, by path. */
export interface Contents {
  /** Nothing where a file can't be read. */
  hash(path: string): string | undefined;
  /** The file needs no work, and what it holds isn't asked for any more. */
  release(path: string): void;
}

/**
 * What is new, changed, gone or moved since the store was last brought up to date. Reads only files whose stamp is not
 * the one that the store remembers.
 * @param closedFolders of what is below them, nothing is known to be gone
 */
export function findChanges(
  files: readonly ListedFile[],
  known: KnownFiles,
  pipeline: string,
  contents: Contents,
  closedFolders: readonly string[] = [],
): Changes {
  const changes: Changes = {
    compile: [],
    gone: [],
    removed: [],
    moved: [],
    restamped: [],
    unchanged: 0,
  };
  const present = new Set<string>();
  const added: string[] = [];
  const replaced: string[] = [];
  for (const file of files) {
    present.add(file.path);
    const before = known.get(file.path);
    if (!before) {
      added.push(file.path);
      changes.compile.push(file);
      continue;
    }
    const sameStamp = file.stamp !== "" && file.stamp === before.stamp;
    if (before.pipeline !== pipeline) {
      changes.compile.push(file);
      continue;
    }
    if (!sameStamp && contents.hash(file.path) !== before.hash) {
      replaced.push(file.path);
      changes.compile.push(file);
      continue;
    }
    contents.release(file.path);
    changes.unchanged += 1;
    if (!sameStamp && file.stamp !== "") changes.restamped.push(file);
  }

  const isBehind = (path: string) => closedFolders.some((folder) => path.startsWith(`${folder}/`));
  changes.gone = [...known.keys()].filter((path) => !present.has(path) && !isBehind(path));
  // A file whose bytes are others now may have gone somewhere, and what is there now may have come from somewhere.
  changes.moved = findMoves(
    [...changes.gone, ...replaced],
    [...added, ...replaced],
    known,
    contents,
  );
  const movedFrom = new Set(changes.moved.map(({ from }) => from));
  changes.removed = changes.gone.filter((path) => !movedFrom.has(path));
  return changes;
}

/** Bytes that were at one path and are at another are one file that was moved. */
function findMoves(
  left: readonly string[],
  arrived: readonly string[],
  known: KnownFiles,
  contents: Contents,
): Changes["moved"] {
  if (left.length === 0 || arrived.length === 0) return [];
  const byHash = new Map<string, string[]>();
  for (const path of left) {
    const hash = known.get(path)?.hash;
    if (!hash) continue;
    const paths = byHash.get(hash);
    if (paths) paths.push(path);
    else byHash.set(hash, [path]);
  }
  return arrived.flatMap((to) => {
    const hash = contents.hash(to);
    const from = hash === undefined ? undefined : byHash.get(hash)?.shift();
    return from === undefined ? [] : [{ from, to }];
  });
}

/**
 * A new file that names the id of one that is gone is that file, moved and edited at once: its post keeps its addresses.
 * @param ownIds paths that are gone, by the id that their file named
 * @param findId the id that a file names
 */
export function followIds(
  changes: Changes,
  known: KnownFiles,
  ownIds: ReadonlyMap<string, string>,
  findId: (path: string) => string | undefined,
): void {
  if (ownIds.size === 0) return;
  const left = new Set(changes.removed);
  const arrived = new Set(changes.moved.map(({ to }) => to));
  for (const { path: to } of changes.compile) {
    if (known.has(to) || arrived.has(to)) continue;
    const id = findId(to);
    const from = id === undefined ? undefined : ownIds.get(id);
    if (from === undefined || !left.delete(from)) continue;
    changes.moved.push({ from, to });
  }
  changes.removed = [...left];
}

/** Has files compiled that would have been left alone. */
export function compileAgain(
  changes: Changes,
  files: readonly ListedFile[],
  paths: readonly string[],
): void {
  const compiling = new Set(changes.compile.map(({ path }) => path));
  const wanted = new Set(paths.filter((path) => !compiling.has(path)));
  const again = files.filter(({ path }) => wanted.has(path));
  changes.compile.push(...again);
  changes.unchanged -= again.length;
}
