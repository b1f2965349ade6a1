import "@/lib/commands/load-environment";
import { watch } from "chokidar";
import { bringUpToDate, contentDirectory } from "@/lib/commands/bring-up-to-date";
import { startNext } from "@/lib/commands/next-cli";
import { createProgress, reportSummary } from "@/lib/commands/report";
import { stopOnKnownErrors } from "@/lib/commands/stop-on-known-errors";
import { environment } from "@/lib/environment";

/** `npm run dev`: the site with live reload; saving a post shows in the open browser. */

/** Editors write a file in several steps. */
const settleMs = 80;

const refresh = async (): Promise<void> => {
  const started = performance.now();
  const summary = await bringUpToDate(createProgress());
  reportSummary(summary, performance.now() - started);
};

/** Runs one refresh at a time, and one more for whatever came in the meantime. */
function createRefresher(): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  const start = async (): Promise<void> => {
    timer = undefined;
    if (running) return schedule();
    running = true;
    await stopOnKnownErrors(refresh);
    running = false;
  };
  const schedule = (): void => {
    clearTimeout(timer);
    timer = setTimeout(start, settleMs);
  };
  return schedule;
}

await stopOnKnownErrors(async () => {
  await refresh();
  const server = startNext("dev", "--port", String(environment.port));
  const watcher = watch(contentDirectory, {
    ignoreInitial: true,
    ignored: (path) => /[/\\](?:\.|node_modules[/\\])/.test(path.slice(contentDirectory.length)),
  });
  const schedule = createRefresher();
  watcher.on("all", schedule);
  server.on("exit", (code) => process.exit(code ?? 1));
});
