import "@/lib/commands/setup/explain-errors";
import "@/lib/commands/setup/load-environment";
import { existsSync } from "node:fs";
import path from "node:path";
import { isAskedFor, readCheckArguments } from "@/lib/commands/check/check-arguments";
import { formatWorkflowCommands } from "@/lib/commands/check/workflow-commands";
import { formatInFolder, inFolder } from "@/lib/commands/content/problem-in-folder";
import { leaveOutRepeated } from "@/lib/commands/content/repeated-problems";
import { environment } from "@/lib/environment";
import { checkFolder } from "@/lib/ingest/check-folder";
import { printable } from "@/lib/printable.mjs";

/** `npm run check`: every problem of every file, read afresh; neither needs nor touches the store. */

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
  const { files, problems: found } = await checkFolder({
    contentDirectory,
    publicDirectory: path.join(root, "public"),
    now: Date.now(),
  });
  const problems = found.filter((problem) => isAskedFor(problem.path, paths));
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
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
