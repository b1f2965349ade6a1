import path from "node:path";
import { environment } from "@/lib/environment";
import { formatProblem, type Problem } from "@/lib/problem";

/** A line of a log that begins so is a command to GitHub's runner. */
const command = /^\s*(?:::|##\[)/;

/** A path of the content folder as an editor at the project's root would open it. */
export function pathInFolder(folder: string, file: string): string {
  const place = path.join(folder, file);
  return command.test(place) ? `.${path.sep}${place}` : place;
}

/** A problem with its path as an editor at the project's root would open it. */
export const inFolder = (problem: Problem): Problem => ({
  ...problem,
  path: pathInFolder(environment.contentDirectory, problem.path),
});

export const formatInFolder = (problem: Problem): string => formatProblem(inFolder(problem));
