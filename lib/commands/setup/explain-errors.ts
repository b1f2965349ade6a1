import { explainError } from "@/lib/commands/setup/explain-error";

/** Ends the command. An error while modules are loaded arrives here too, so this must be the first import. */
process.on("uncaughtException", (thrown) => {
  const explanation = explainError(thrown);
  console.error(explanation === undefined ? thrown : `masthead: ${explanation}`);
  process.exit(1);
});
