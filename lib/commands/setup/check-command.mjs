import path from "node:path";
import { checkArguments } from "../arguments/take-arguments.mjs";
import { declarations } from "../declarations/declarations.mjs";

/**
 * Answers `--help` and refuses what isn't understood, before packages are installed or anything is begun.
 * @param {string} file of the command
 * @param {readonly string[]} args
 */
export function checkCommand(file, args) {
  const declaration = declarations[path.basename(file, path.extname(file))];
  if (declaration) checkArguments(declaration, args);
}
