import { explainError } from "@/lib/commands/setup/explain-error";
import { printableLines } from "@/lib/printable.mjs";

/** Of a command line that isn't understood, as `takeArguments` has it. */
const exitOfUsage = 2;

/** Ends the command. An error while modules are loaded arrives here too, so this must be the first import. */
process.on("uncaughtException", (thrown) => {
  const explanation = explainError(thrown);
  console.error(explanation === undefined ? thrown : `masthead: ${printableLines(explanation)}`);
  process.exit(thrown instanceof Error && thrown.name === "UsageError" ? exitOfUsage : 1);
});
