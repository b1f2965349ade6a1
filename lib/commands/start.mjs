import { runCommand } from "./run-command.mjs";
import { setUp } from "./setup.mjs";

/** `npm start`: from a fresh clone to a running site. */

setUp();
runCommand("lib/commands/start-site.ts");
