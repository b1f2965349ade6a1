import path from "node:path";

interface CheckArguments {
  /** One JSON object a line, for programs. */
  json: boolean;
  /** Every repetition of a warning. */
  all: boolean;
  /** Files and folders, relative to the content folder; an empty one is the folder itself. None: everything. */
  paths: string[];
}

export const checkUsage = `usage: npm run check -- [--json] [--all] [FILE OR FOLDER …]

  --json   one JSON object a line: path, line, column, severity, message, remedy
  --all    also what is said of more than a few files in the same words

Paths limit what is listed to these files and folders. Exit code: 0 if there are no errors, 1 if there are, 2 if the
command is not understood.`;

/**
 * What `npm run check` is asked to do.
 * @param contentDirectory absolute
 * @param workingDirectory absolute; where a path is looked for first. In the content folder it is looked for then.
 * @param exists whether there is something at an absolute path
 */
export function readCheckArguments(
  given: readonly string[],
  {
    contentDirectory,
    workingDirectory,
    exists,
  }: {
    contentDirectory: string;
    workingDirectory: string;
    exists: (absolute: string) => boolean;
  },
): { ok: true; value: CheckArguments } | { ok: false; reason: string } {
  const value: CheckArguments = { json: false, all: false, paths: [] };
  let onlyPaths = false;
  for (const argument of given) {
    if (!onlyPaths && argument === "--") onlyPaths = true;
    else if (!onlyPaths && argument === "--json") value.json = true;
    else if (!onlyPaths && argument === "--all") value.all = true;
    else if (!onlyPaths && argument.startsWith("-")) {
      return { ok: false, reason: `there is no option ${argument}` };
    } else {
      const found = [workingDirectory, contentDirectory]
        .map((folder) => path.resolve(folder, argument))
        .find(exists);
      if (found === undefined) return { ok: false, reason: `${argument} is not there` };
      const relative = path.relative(contentDirectory, found);
      if (relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)) {
        return { ok: false, reason: `${argument} is not in the content folder` };
      }
      value.paths.push(relative.split(path.sep).join("/"));
    }
  }
  return { ok: true, value };
}

/** Whether a file of the content folder is one of those asked for. */
export const isAskedFor = (file: string, paths: readonly string[]): boolean =>
  paths.length === 0 ||
  paths.some((asked) => asked === "" || file === asked || file.startsWith(`${asked}/`));
