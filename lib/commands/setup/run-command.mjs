import { pathToFileURL } from "node:url";
import { bundleCommand } from "./bundle.mjs";
import { endWithParents } from "./end-with-parents.mjs";
import { root } from "./setup.mjs";

/**
 * Runs a TypeScript command of the project in this process, which is its own from here on: a second one would take a tenth
 * of a second to start, and memory for as long as a site is served.
 * @param {string} file
 * @param {readonly string[]} [args]
 */
export async function runCommand(file, args = []) {
  const program = await bundleCommand(file);
  process.chdir(root);
  process.setSourceMapsEnabled(true);
  process.argv.splice(1, Number.POSITIVE_INFINITY, program, ...args);
  endWithParents(() => process.kill(process.pid, "SIGTERM"));
  await import(pathToFileURL(program).href);
}
