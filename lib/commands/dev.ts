import { explainError } from "@/lib/commands/explain-errors";
import "@/lib/commands/load-environment";
import { watch } from "chokidar";
import { contentDirectory } from "@/lib/commands/bring-up-to-date";
import { startNext } from "@/lib/commands/next-cli";
import { bringUpToDateAloud } from "@/lib/commands/report";
import { environment } from "@/lib/environment";

/** `npm run dev`: the site with live reload; saving a post shows in the open browser. */

/** Editors write a file in several steps. */
const settleMs = 80;

/** Runs one refresh at a time, and one more for whatever came in the meantime. */
function createRefresher(): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  const start = async (): Promise<void> => {
    timer = undefined;
    if (running) return schedule();
    running = true;
    // A folder that is gone for a moment must not end the work of a day.
    await bringUpToDateAloud().catch((thrown) => console.error(explainError(thrown) ?? thrown));
    running = false;
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(start, settleMs);
  };
  return schedule;
}

await bringUpToDateAloud();
const server = startNext("dev", "--port", String(environment.port));
const watcher = watch(contentDirectory, {
  ignoreInitial: true,
  ignored: (path) => /[/\\](?:\.|node_modules[/\\])/.test(path.slice(contentDirectory.length)),
});
const schedule = createRefresher();
watcher.on("all", schedule);
server.on("exit", (code) => process.exit(code ?? 1));
