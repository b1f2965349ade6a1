import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { isFileSystemError } from "@/lib/ingest/file-system-error";
import { isProcessAlive } from "@/lib/is-process-alive";

/** Where commands write under another name first; relative to the project. */
const folders = [
  ".masthead",
  ".masthead/dev",
  ".masthead/commands",
  ".masthead/tools",
  ".masthead/checked",
  ".contentlayer/generated",
];

/** A store that is being made, and what SQLite keeps beside it. */
const unfinishedStore = /^(content(?:-[0-9a-f]{8})?\.db)\.new(?:-journal|-wal|-shm)?$/;

/** A draft, with the process that writes it. */
const draft = /\.(\d+)\.tmp$|-(\d+)\.tmp$/;

/**
 * So long nothing has written to it, in milliseconds: the longest run of a large archive writes every few seconds, and a
 * process of another container has no number here.
 */
const abandonedAfter = 24 * 60 * 60 * 1000;

/**
 * Takes away what killed runs have left: stores half made of folders that nobody has asked for since, and drafts. The next run
 * of the same folder goes on from its own.
 * @param root absolute path of the project
 * @param own name of the store file that is about to be opened
 * @param now milliseconds since 1970 UTC
 * @returns what was taken away, relative to the project
 */
export function clearLeftovers(root: string, own: string, now: number): string[] {
  return folders.flatMap((folder) => {
    const names = listNames(path.join(root, folder));
    const isAbandoned = (name: string) => isOld(path.join(root, folder, name), now);
    const leftovers = names.filter((name) => {
      const store = unfinishedStore.exec(name)?.[1];
      if (store === undefined) return isDeadDraft(name) && isAbandoned(name);
      if (store === own) return false;
      // Whoever makes one writes to its journal at times, and to the store at others.
      return names.filter((other) => unfinishedStore.exec(other)?.[1] === store).every(isAbandoned);
    });
    return leftovers.flatMap((name) => {
      const place = path.join(folder, name);
      return remove(path.join(root, place)) ? [place] : [];
    });
  });
}

function isDeadDraft(name: string): boolean {
  const found = draft.exec(name);
  const pid = Number(found?.[1] ?? found?.[2]);
  return found !== null && !isProcessAlive(pid);
}

const isOld = (file: string, now: number): boolean =>
  now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now) > abandonedAfter;

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (thrown) {
    if (isFileSystemError(thrown)) return [];
    throw thrown;
  }
}

/** What is another user's stays: it is in nobody's way. */
function remove(place: string): boolean {
  try {
    rmSync(place, { recursive: true, force: true });
    return true;
  } catch (thrown) {
    if (isFileSystemError(thrown)) return false;
    throw thrown;
  }
}
