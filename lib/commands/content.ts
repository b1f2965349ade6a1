import "@/lib/commands/setup/explain-errors";
import "@/lib/commands/setup/load-environment";
import { bringUpToDate } from "@/lib/commands/content/bring-up-to-date";
import { bringUpToDateAloud } from "@/lib/commands/content/report";

/**
 * `npm run content [-- --json] [--empty]`: brings the store up to date with the content folder, which with `--empty` may hold
 * none of its many files any more.
 */

const mayBeEmptied = process.argv.includes("--empty");

if (process.argv.includes("--json")) {
  const started = performance.now();
  const { files, compiled, unchanged, deleted, problems } = await bringUpToDate({ mayBeEmptied });
  const ms = Math.round(performance.now() - started);
  // Kilobytes; all threads of the process count.
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const counts = { files, compiled, unchanged, deleted, problems: problems.length };
  console.log(JSON.stringify({ ...counts, ms, peakRssMb }));
} else {
  await bringUpToDateAloud({ mayBeEmptied });
}
