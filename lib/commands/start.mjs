import { spawn } from "node:child_process";
import { once } from "node:events";
import { checkCommand } from "./setup/check-command.mjs";
import { runCommand } from "./setup/run-command.mjs";
import { root, setUp } from "./setup/setup.mjs";

/**
 * `npm start`: brings the site up to date in a process that ends before the site is served, for what compiles posts takes
 * memory that a serving site has no use for.
 */

/** A container's first process gets no signal that it has no handler for. @type {readonly NodeJS.Signals[]} */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];

checkCommand("start", process.argv.slice(2));
setUp();
const preparation = spawn(
  process.execPath,
  ["lib/commands/run.mjs", "lib/commands/prepare-site.ts"],
  { cwd: root, stdio: "inherit" },
);
const pass = (/** @type {NodeJS.Signals} */ signal) => preparation.kill(signal);
for (const signal of signals) process.on(signal, pass);
const [code] = await once(preparation, "exit");
for (const signal of signals) process.off(signal, pass);
if (code !== 0) process.exit(code ?? 1);
await runCommand("lib/commands/start-site.ts");
