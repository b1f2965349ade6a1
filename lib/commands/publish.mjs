import { createRequire } from "node:module";
import { readArguments } from "./arguments/read-arguments.mjs";
import { publish } from "./declarations/content.mjs";
import { handOver } from "./handover/hand-over.mjs";
import { checkCommand } from "./setup/check-command.mjs";
import { endWithParents } from "./setup/end-with-parents.mjs";
import { runCommand } from "./setup/run-command.mjs";
import { root, setUp } from "./setup/setup.mjs";

/**
 * `npm run publish`: the site that runs here does it, which has everything loaded; else this process, as publish.ts has it
 * (decisions/0025-handing-over.md).
 */

const args = process.argv.slice(2);
checkCommand("publish", args);
const code = await tryToHandOver();
if (code === undefined) {
  setUp();
  await runCommand("lib/commands/publish.ts", args);
} else {
  process.exitCode = code;
}

async function tryToHandOver() {
  // A watcher has everything loaded itself, and a helper has one command at a time.
  if (readArguments(publish, args).values.watch || !loadVariables()) return undefined;
  endWithParents(() => process.exit(143));
  process.chdir(root);
  return handOver(root, args);
}

/** The `.env` files, as all commands read them; false where nothing is installed yet. */
function loadVariables() {
  try {
    const { loadEnvConfig } = createRequire(import.meta.url)("@next/env");
    loadEnvConfig(root, process.env.NODE_ENV === "development", {
      info: () => undefined,
      error: console.error,
    });
    return true;
  } catch {
    return false;
  }
}
