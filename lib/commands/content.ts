import "@/lib/commands/load-environment";
import { bringUpToDate } from "@/lib/commands/bring-up-to-date";
import { createProgress, reportSummary } from "@/lib/commands/report";
import { stopOnKnownErrors } from "@/lib/commands/stop-on-known-errors";

/** `npm run content [-- --json]`: brings the store up to date with the content folder. */

await stopOnKnownErrors(async () => {
  const json = process.argv.includes("--json");
  const started = performance.now();
  const summary = await bringUpToDate(json ? undefined : createProgress());
  const ms = Math.round(performance.now() - started);
  if (!json) return reportSummary(summary, ms);
  const { files, compiled, unchanged, deleted, problems } = summary;
  // Kilobytes; all threads of the process count.
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    JSON.stringify({
      files,
      compiled,
      unchanged,
      deleted,
      problems: problems.length,
      ms,
      peakRssMb,
    }),
  );
});
