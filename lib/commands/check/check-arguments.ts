import path from "node:path";
import { readArguments } from "@/lib/commands/arguments/read-arguments.mjs";
import { UsageError } from "@/lib/commands/arguments/usage-error.mjs";
import { check } from "@/lib/commands/declarations/content.mjs";
import { printable } from "@/lib/printable.mjs";

interface CheckArguments {
  /** One JSON object a line, for programs. */
  json: boolean;
  /** Every repetition of a warning. */
  all: boolean;
  /** Files and folders, relative to the content folder; an empty one is the folder itself. None: everything. */
  paths: string[];
}

interface Places {
  contentDirectory: string;
  workingDirectory: string;
  exists: (absolute: string) => boolean;
}

/**
 * What `npm run check` is asked to do.
 * @param places `contentDirectory` and `workingDirectory` are absolute; a path is looked for in the latter first. `exists`
 *   tells whether there is something at an absolute path
 * @throws UsageError
 */
export function readCheckArguments(given: readonly string[], places: Places): CheckArguments {
  const { values, operands } = readArguments(check, given);
  return { ...values, paths: operands.map((path) => findPath(path, places)) };
}

function findPath(given: string, { contentDirectory, workingDirectory, exists }: Places): string {
  const found = [workingDirectory, contentDirectory]
    .map((folder) => path.resolve(folder, given))
    .find(exists);
  if (found === undefined) throw new UsageError(`${printable(given)} is not there`, check);
  const relative = path.relative(contentDirectory, found);
  if (relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) {
    throw new UsageError(`${printable(given)} is not in the content folder`, check);
  }
  return relative.split(path.sep).join("/");
}

/** Whether a file of the content folder is one of those asked for. */
export const isAskedFor = (file: string, paths: readonly string[]): boolean =>
  paths.length === 0 ||
  paths.some((asked) => asked === "" || file === asked || file.startsWith(`${asked}/`));
