import "@/lib/commands/setup/explain-errors";
import "@/lib/commands/setup/load-environment";
import { existsSync } from "node:fs";
import path from "node:path";
import { isAskedFor, readCheckArguments } from "@/lib/commands/check/check-arguments";
import { findNotes } from "@/lib/commands/check/find-notes";
import { formatWorkflowCommands } from "@/lib/commands/check/workflow-commands";
import { findShownVersions } from "@/lib/commands/content/bring-up-to-date";
import { describeOutdated } from "@/lib/commands/content/outdated-files";
import { formatInFolder, inFolder } from "@/lib/commands/content/problem-in-folder";
import { leaveOutRepeated } from "@/lib/commands/content/repeated-problems";
import { explainError } from "@/lib/commands/setup/explain-error";
import { environment } from "@/lib/environment";
import { checkFolder } from "@/lib/ingest/check-folder";
import { sayWhatIsShown } from "@/lib/ingest/find-problems";
import { printable } from "@/lib/printable.mjs";
import type { OutdatedFile } from "@/lib/store/kept-versions";

/**
 * `npm run check`: every problem of every file; needs no store, and asks one that is there only what readers see of
 * files with errors.
 */

const root = process.cwd();
const contentDirectory = path.resolve(root, environment.contentDirectory);

await check(
  readCheckArguments(process.argv.slice(2), {
    contentDirectory,
    // npm runs commands in the root of the project, and says here where it was called.
    workingDirectory: process.env.INIT_CWD ?? root,
    exists: existsSync,
  }),
);

async function check({ json, all, paths }: { json: boolean; all: boolean; paths: string[] }) {
  const {
    files,
    problems: found,
    mistakes,
  } = await checkFolder({
    contentDirectory,
    publicDirectory: path.join(root, "public"),
    now: Date.now(),
    notes: await findNotes(root, contentDirectory),
  });
  const outdated = await findOutdated(mistakes.filter((file) => isAskedFor(file, paths)));
  const problems = sayWhatIsShown(
    found.filter((problem) => isAskedFor(problem.path, paths)),
    outdated,
  );
  const errors = problems.filter(({ severity }) => severity === "error").length;
  if (errors > 0) process.exitCode = 1;
  if (json) {
    for (const problem of problems) {
      console.log(printable(JSON.stringify(inFolder(problem))));
    }
    return;
  }

  const { shown, repeated } = all ? { shown: problems, repeated: [] } : leaveOutRepeated(problems);
  for (const problem of shown) console.log(formatInFolder(problem));
  for (const { message, more } of repeated) {
    console.log(
      `… and ${more} more of: ${printable(message)} (\`npm run check -- --all\` lists them)`,
    );
  }
  if (process.env.GITHUB_ACTIONS) {
    for (const line of formatWorkflowCommands(shown.map(inFolder))) console.log(line);
  }
  const checked = files.filter((file) => isAskedFor(file, paths)).length;
  const concerned = new Set(problems.map(({ path }) => path)).size;
  const where = problems.length === 0 ? "" : ` in ${count(concerned, "file")}`;
  console.log(
    `${count(checked, "file")} checked: ${count(errors, "error")}, ` +
      `${count(problems.length - errors, "warning")}${where}`,
  );
  if (outdated.length > 0) console.error(describeOutdated(outdated));
}

/** Files with mistakes of which readers see an earlier version, whether they have been published as they are or not. */
async function findOutdated(mistakes: readonly string[]): Promise<OutdatedFile[]> {
  if (mistakes.length === 0) return [];
  try {
    return await findShownVersions(mistakes);
  } catch (thrown) {
    const reason = explainError(thrown) ?? (thrown instanceof Error ? thrown.message : thrown);
    console.error(`masthead: what readers see of these files can't be told (${reason})`);
    return [];
  }
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
