import "@/lib/commands/load-environment";
import { once } from "node:events";
import { bringUpToDate, root } from "@/lib/commands/bring-up-to-date";
import { startNext } from "@/lib/commands/next-cli";
import { createProgress, reportSummary } from "@/lib/commands/report";
import { stampBuild } from "@/lib/commands/stamp-build";
import { stopOnKnownErrors } from "@/lib/commands/stop-on-known-errors";
import { environment } from "@/lib/environment";

/** `npm run build [-- --if-stale]`: content, then Next.js; with `--if-stale` only where the last build doesn't hold. */

await stopOnKnownErrors(async () => {
  const started = performance.now();
  const summary = await bringUpToDate(createProgress());
  reportSummary(summary, performance.now() - started);

  const stamp = stampBuild(root, environment, summary.generation);
  if (process.argv.includes("--if-stale") && stamp.isCurrent()) {
    console.log("masthead: the site is built and up to date");
    return;
  }
  console.log("masthead: building the site (next build) …");
  stamp.discard();
  const [status] = await once(startNext("build"), "exit");
  if (status === 0) stamp.write();
  else process.exitCode = 1;
});
