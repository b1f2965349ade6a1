import "@/lib/commands/explain-errors";
import "@/lib/commands/load-environment";
import { contentDirectory } from "@/lib/commands/bring-up-to-date";
import { formatInFolder } from "@/lib/commands/report";
import { checkFolder } from "@/lib/ingest/check-folder";
import { hasErrors } from "@/lib/problem";
import { settings } from "@/lib/settings";

/** `npm run check`: every problem of every file, read afresh; exit 1 if any is an error. */

const { files, problems } = await checkFolder(contentDirectory, settings.timeZone);
for (const problem of problems) console.log(formatInFolder(problem));
const errors = problems.filter(({ severity }) => severity === "error").length;
console.log(`${files} files checked: ${errors} errors, ${problems.length - errors} warnings`);
if (hasErrors(problems)) process.exitCode = 1;
