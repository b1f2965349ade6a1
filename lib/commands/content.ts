import "@/lib/commands/setup/explain-errors";
import "@/lib/commands/setup/load-environment";
import { readArguments } from "@/lib/commands/arguments/read-arguments.mjs";
import { bringUpToDate } from "@/lib/commands/content/bring-up-to-date";
import { toOutdatedJson } from "@/lib/commands/content/outdated-files";
import { bringUpToDateAloud } from "@/lib/commands/content/report";
import { content } from "@/lib/commands/declarations/content.mjs";
import { printable } from "@/lib/printable.mjs";

/** `npm run content`: brings the store up to date with the content folder. */

const { json, empty: mayBeEmptied } = readArguments(content, process.argv.slice(2)).values;

if (json) {
  const started = performance.now();
  const summary = await bringUpToDate({ mayBeEmptied });
  const { files, compiled, unchanged, deleted, problems, outdated } = summary;
  const ms = Math.round(performance.now() - started);
  // Kilobytes; all threads of the process count.
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const counts = { files, compiled, unchanged, deleted, problems: problems.length };
  const newerThanShown = outdated.map(toOutdatedJson);
  console.log(printable(JSON.stringify({ ...counts, newerThanShown, ms, peakRssMb })));
  if (outdated.length > 0) process.exitCode = 1;
} else {
  const { outdated } = await bringUpToDateAloud({ mayBeEmptied });
  if (outdated.length > 0) process.exitCode = 1;
}
