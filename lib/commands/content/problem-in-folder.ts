import path from "node:path";
import { environment } from "@/lib/environment";
import { formatProblem, type Problem } from "@/lib/problem";

/** A problem with its path as an editor at the project's root would open it. */
export const inFolder = (problem: Problem): Problem => ({
  ...problem,
  path: path.join(environment.contentDirectory, problem.path),
});

export const formatInFolder = (problem: Problem): string => formatProblem(inFolder(problem));
