import { checkCommand } from "./setup/check-command.mjs";
import { runCommand } from "./setup/run-command.mjs";
import { setUp } from "./setup/setup.mjs";

/** Runs a TypeScript command of the project, on a fresh clone too: `node with-setup.mjs FILE [ARGUMENT…]` */

const [file = "", ...args] = process.argv.slice(2);
checkCommand(file, args);
setUp();
await runCommand(file, args);
