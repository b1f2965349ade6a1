import { type FSWatcher, watch } from "node:fs";
import { opendir } from "node:fs/promises";
import path from "node:path";
import { isFileSystemError } from "@/lib/ingest/file-system-error";
import { isSkipped } from "@/lib/ingest/list-files";

/** More folders than this aren't watched: the system gives a user only so many watches. */
const mostFolders = 2000;

/**
 * Calls once when something is saved in a folder or below, as far as the system tells: a hint that somebody is about to
 * publish, and nothing to rely on. Looks at folders alone, bit by bit, so that a site can afford it.
 * @returns ends it
 */
export function onFirstEdit(folder: string, call: () => void): () => void {
  const watchers = new Set<FSWatcher>();
  let isOver = false;
  const end = () => {
    isOver = true;
    for (const watcher of watchers) watcher.close();
    watchers.clear();
  };
  const report = (_event: string, name: string | null) => {
    if (isOver || (name !== null && isSkipped(name))) return;
    end();
    call();
  };
  void (async () => {
    for await (const each of listFolders(folder)) {
      if (isOver || watchers.size >= mostFolders) return;
      watchers.add(watch(each, { persistent: false }, report).on("error", end));
    }
  })().catch((thrown: unknown) => {
    end();
    // Whoever publishes waits a little longer, and hears of a folder that can't be read.
    if (!isFileSystemError(thrown)) throw thrown;
  });
  return end;
}

async function* listFolders(folder: string): AsyncGenerator<string> {
  const pending = [folder];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    for await (const entry of await opendir(next)) {
      if (entry.isDirectory() && !isSkipped(entry.name)) pending.push(path.join(next, entry.name));
    }
  }
}
