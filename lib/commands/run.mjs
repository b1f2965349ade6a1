import { checkCommand } from "./setup/check-command.mjs";
import { runCommand } from "./setup/run-command.mjs";

/** Runs a TypeScript command of the project, whose packages are there: `node run.mjs FILE [ARGUMENT…]` */

const [file = "", ...args] = process.argv.slice(2);
checkCommand(file, args);
await runCommand(file, args);
