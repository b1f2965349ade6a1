import { runCommand } from "./setup/run-command.mjs";
import { setUp } from "./setup/setup.mjs";

/** Runs a TypeScript command of the project, on a fresh clone too: `node with-setup.mjs FILE [ARGUMENT…]` */

const [file = "", ...args] = process.argv.slice(2);
setUp();
await runCommand(file, args);
