import { watch } from "chokidar";
import { contentDirectory } from "@/lib/commands/bring-up-to-date";
import { explainError } from "@/lib/commands/explain-errors";
import { createSerialRunner } from "@/lib/commands/serial-runner";

/**
 * Does something whenever files of the content folder have changed; a failure is said and doesn't end it.
 * @param work as `createSerialRunner` wants it
 * @returns does it now
 */
export function watchContent(work: () => Promise<boolean>): () => void {
  const schedule = createSerialRunner(work, {
    settleMs: 80,
    longestMs: 2000,
    retryMs: 5000,
    // A folder that is gone for a moment must not end the work of a day.
    onError: (thrown) => console.error(explainError(thrown) ?? thrown),
  });
  watch(contentDirectory, {
    ignoreInitial: true,
    ignored: (path) => /[/\\](?:\.|node_modules[/\\])/.test(path.slice(contentDirectory.length)),
  }).on("all", schedule);
  return schedule;
}
