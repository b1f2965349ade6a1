import { statSync } from "node:fs";
import { type FSWatcher, watch } from "chokidar";
import { contentDirectory } from "@/lib/commands/bring-up-to-date";
import { explainError } from "@/lib/commands/explain-errors";
import { createSerialRunner } from "@/lib/commands/serial-runner";

/** How often it is looked whether the folder is still the same one, in milliseconds. */
const folderInterval = 1000;

/** Where not everything can be watched, everything is looked at so often instead, in milliseconds. */
const pollInterval = 10_000;

/**
 * Does something when the content folder is being watched, and whenever files of it have changed since; a failure is said
 * and doesn't end it. The folder may be replaced as a whole.
 * @param work as `createSerialRunner` wants it
 */
export function watchContent(work: () => Promise<boolean>): void {
  const schedule = createSerialRunner(work, {
    settleMs: 80,
    longestMs: 2000,
    retryMs: 5000,
    // A folder that is gone for a moment must not end the work of a day.
    onError: (thrown) => console.error(explainError(thrown) ?? thrown),
  });
  const poll = pollOnFirstError(schedule);
  let identity = identify();
  let watcher = watchFolder(schedule, poll);
  setInterval(() => {
    const now = identify();
    if (now === identity) return;
    identity = now;
    // It would go on to watch what stood there before.
    watcher.close().catch(poll);
    watcher = watchFolder(schedule, poll);
  }, folderInterval);
}

function watchFolder(schedule: () => void, onError: (error: unknown) => void): FSWatcher {
  return (
    watch(contentDirectory, {
      ignoreInitial: true,
      ignored: (path) => /[/\\](?:\.|node_modules[/\\])/.test(path.slice(contentDirectory.length)),
    })
      .on("all", schedule)
      // What was saved during the first look at a large folder was not told.
      .on("ready", schedule)
      .on("error", onError)
  );
}

/** A folder that can't be read, or more files than the system watches for us (`fs.inotify.max_user_watches`). */
function pollOnFirstError(schedule: () => void): (error: unknown) => void {
  let isPolling = false;
  return (error) => {
    if (isPolling) return;
    isPolling = true;
    const reason = error instanceof Error ? error.message : String(error);
    console.error(
      `masthead: not everything can be watched (${reason}); the folder is looked at every ${pollInterval / 1000} seconds instead`,
    );
    setInterval(schedule, pollInterval);
  };
}

/** Which folder it is; nothing while there is none. */
function identify(): string | undefined {
  const stats = statSync(contentDirectory, { throwIfNoEntry: false });
  return stats && `${stats.dev}-${stats.ino}`;
}
