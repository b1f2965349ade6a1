import { statSync } from "node:fs";
import { inspect } from "node:util";
import { type FSWatcher, watch } from "chokidar";
import { contentDirectory } from "@/lib/commands/content/bring-up-to-date";
import { explainError } from "@/lib/commands/setup/explain-error";
import { ChangedPaths, type Seen } from "@/lib/commands/watch/changed-paths";
import { createSayOnce } from "@/lib/commands/watch/say-once";
import { createSerialRunner } from "@/lib/commands/watch/serial-runner";
import { isFileSystemError } from "@/lib/ingest/file-system-error";
import { printableLines } from "@/lib/printable.mjs";

/** How often it is looked whether the folder is still the same one, in milliseconds. */
const folderInterval = 1000;

/** Where not everything can be watched, everything is looked at so often instead, in milliseconds. */
const pollInterval = 10_000;

/** When nothing has changed for so long, everything is looked at, should the system have told us less than all. */
const checkDelay = 15_000;

/**
 * Does something when the content folder is being watched, and whenever files of it have changed since; a failure is said
 * and doesn't end it. The folder may be replaced as a whole.
 * @param work as `createSerialRunner` wants it; is told what has been seen since it was last done
 */
export function watchContent(work: (seen: Seen) => Promise<boolean>): void {
  const paths = new ChangedPaths(contentDirectory);
  const say = createSayOnce((message) => console.error(message));
  const schedule = createSerialRunner(
    async () => {
      const isDone = await paths.use(work);
      say();
      if (paths.isCheckDue) check.refresh();
      return isDone;
    },
    {
      settleMs: 80,
      longestMs: 2000,
      retryMs: 5000,
      // A folder that is gone for a moment must not end the work of a day.
      onError: (thrown) => {
        const explanation = explainError(thrown);
        say(
          explanation === undefined ? inspect(thrown) : `masthead: ${printableLines(explanation)}`,
        );
      },
    },
  );
  const check = setTimeout(() => {
    if (!paths.isCheckDue) return;
    paths.addCheck();
    schedule();
  }, checkDelay);
  const listeners: Listeners = {
    onFile: (absolute) => {
      paths.add(absolute);
      check.refresh();
      schedule();
    },
    onFolder: () => {
      paths.addEverything();
      schedule();
    },
    onError: pollOnFirstError(() => listeners.onFolder()),
  };
  let identity = identify();
  let watcher = watchFolder(listeners);
  setInterval(() => {
    const now = identify();
    if (now === identity) return;
    identity = now;
    // It would go on to watch what stood there before.
    watcher.close().catch(listeners.onError);
    watcher = watchFolder(listeners);
  }, folderInterval);
}

interface Listeners {
  onFile: (absolute: string) => void;
  /** Anything else that may have changed what is in the folder. */
  onFolder: () => void;
  onError: (error: unknown) => void;
}

const watchFolder = ({ onFile, onFolder, onError }: Listeners): FSWatcher =>
  watch(contentDirectory, {
    ignoreInitial: true,
    // What became of a file is looked at; to be told late that one is gone makes a move look like a new post.
    atomic: false,
    ignored: (path) => /[/\\](?:\.|node_modules[/\\])/.test(path.slice(contentDirectory.length)),
  })
    .on("add", onFile)
    .on("change", onFile)
    .on("unlink", onFile)
    .on("addDir", onFolder)
    .on("unlinkDir", onFolder)
    // What was saved during the first look at a large folder was not told.
    .on("ready", onFolder)
    .on("error", onError);

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

/** Which folder it is; nothing while there is none that can be looked at. */
function identify(): string | undefined {
  try {
    const { dev, ino } = statSync(contentDirectory);
    return `${dev}-${ino}`;
  } catch (thrown) {
    // It isn't there, it may not be entered, its disk is away: whoever looks into it says so.
    if (isFileSystemError(thrown)) return undefined;
    throw thrown;
  }
}
