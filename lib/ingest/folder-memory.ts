import { type Dirent, readdirSync, type Stats, statSync } from "node:fs";
import path from "node:path";
import { isFileSystemError } from "@/lib/ingest/file-system-error";
import { isPostFile, isSkipped } from "@/lib/ingest/list-files";

/** What tells one state of a file or folder from another. */
type Facts = readonly [size: number, mtime: number, ctime: number, inode: number, device: number];

interface SeenFile {
  facts: Facts;
  /** Whether it had rested when it was looked at: a file system may date two changes of one moment alike. */
  isRested: boolean;
  turn: number;
}

interface SeenFolder extends SeenFile {
  files: readonly string[];
  folders: readonly string[];
}

/** As in `list-files.ts`, in milliseconds. */
const restingMs = 2000;

/** Something stands there of which a list of paths doesn't tell all, such as a linked folder. */
class UnclearError extends Error {}

/**
 * What a process knows of a folder that it looks at again and again: which files may have changed since. It asks the system
 * for every file each time, since a watcher may have been told less than all, or later; but a folder whose own date is the
 * same has the same names, and is not read again.
 */
export class FolderMemory {
  readonly #root: string;
  #files = new Map<string, SeenFile>();
  #folders = new Map<string, SeenFolder>();
  #turn = 0;

  /** @param contentDirectory absolute path */
  constructor(contentDirectory: string) {
    this.#root = contentDirectory;
  }

  /**
   * Paths of files that came, changed or went since this was last called.
   * @param now milliseconds since 1970 UTC
   * @returns nothing where any may have: the first time, where folders are links or can't be looked into
   */
  look(now: number): string[] | undefined {
    const isFirst = this.#turn === 0;
    this.#turn += 1;
    try {
      const changed = this.#lookAtAll(now);
      return isFirst ? undefined : changed;
    } catch (thrown) {
      if (!(thrown instanceof UnclearError)) throw thrown;
      this.#turn = 0;
      this.#files.clear();
      this.#folders.clear();
      return undefined;
    }
  }

  #lookAtAll(now: number): string[] {
    const changed: string[] = [];
    const pending = [""];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const folder = this.#lookIntoFolder(next, now);
      for (const name of folder.files) if (this.#hasChanged(name, now)) changed.push(name);
      pending.push(...folder.folders);
    }
    for (const [name, { turn }] of this.#files) {
      if (turn === this.#turn) continue;
      changed.push(name);
      this.#files.delete(name);
    }
    for (const [name, { turn }] of this.#folders) {
      if (turn !== this.#turn) this.#folders.delete(name);
    }
    return changed;
  }

  #lookIntoFolder(relative: string, now: number): SeenFolder {
    const absolute = path.join(this.#root, relative);
    const stats = statOf(absolute);
    if (!stats?.isDirectory()) throw new UnclearError();
    const facts = factsOf(stats);
    const before = this.#folders.get(relative);
    if (before?.isRested && isSame(before.facts, facts)) {
      before.turn = this.#turn;
      return before;
    }
    const isRested = hasRested(stats, now);
    const folder = { facts, isRested, turn: this.#turn, ...listNames(absolute, relative) };
    this.#folders.set(relative, folder);
    return folder;
  }

  #hasChanged(relative: string, now: number): boolean {
    const stats = statOf(path.join(this.#root, relative));
    // It is gone since its folder was read.
    if (!stats) return this.#files.delete(relative);
    if (!stats.isFile()) throw new UnclearError();
    const before = this.#files.get(relative);
    const facts = factsOf(stats);
    if (before?.isRested && isSame(before.facts, facts)) {
      before.turn = this.#turn;
      return false;
    }
    this.#files.set(relative, { facts, isRested: hasRested(stats, now), turn: this.#turn });
    return true;
  }
}

function listNames(absolute: string, relative: string): Pick<SeenFolder, "files" | "folders"> {
  const files: string[] = [];
  const folders: string[] = [];
  for (const entry of readEntries(absolute)) {
    if (isSkipped(entry.name)) continue;
    // In the place of bytes that are no text.
    if (entry.name.includes("\ufffd")) throw new UnclearError();
    const name = relative === "" ? entry.name : `${relative}/${entry.name}`;
    if (entry.isDirectory()) folders.push(name);
    // A link may lead to a folder one day.
    else if (entry.isSymbolicLink() || isPostFile(entry.name)) files.push(name);
  }
  return { files, folders };
}

function readEntries(absolute: string): Dirent[] {
  try {
    return readdirSync(absolute, { withFileTypes: true });
  } catch (thrown) {
    if (isFileSystemError(thrown)) throw new UnclearError();
    throw thrown;
  }
}

/** Nothing where nothing is there. */
function statOf(absolute: string): Stats | undefined {
  try {
    return statSync(absolute, { throwIfNoEntry: false });
  } catch (thrown) {
    if (isFileSystemError(thrown)) throw new UnclearError();
    throw thrown;
  }
}

const factsOf = ({ size, mtimeMs, ctimeMs, ino, dev }: Stats): Facts => [
  size,
  mtimeMs,
  ctimeMs,
  ino,
  dev,
];

const isSame = (one: Facts, other: Facts): boolean =>
  one.every((fact, index) => fact === other[index]);

const hasRested = ({ ctimeMs }: Stats, now: number): boolean => ctimeMs + restingMs < now;
