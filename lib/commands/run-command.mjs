import { spawn } from "node:child_process";
import { bundleCommand } from "./bundle.mjs";
import { endWithParents } from "./end-with-parents.mjs";
import { root } from "./setup.mjs";

/**
 * Runs a TypeScript command of the project in the place of this process: it gets our signals, and we end as it ends.
 * @param {string} file
 * @param {readonly string[]} [args]
 */
export async function runCommand(file, args = []) {
  const program = await bundleCommand(file);
  const command = spawn(process.execPath, ["--enable-source-maps", program, ...args], {
    cwd: root,
    stdio: "inherit",
  });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => command.kill(signal));
  }
  endWithParents(() => command.kill("SIGTERM"));
  command.on("exit", (code) => process.exit(code ?? 1));
}
