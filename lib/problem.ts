import { printable } from "@/lib/printable.mjs";

/** A fault in one file of the content folder, said so that the editor who wrote the file can mend it. */
export interface Problem {
  /** Relative to the content folder, with `/`. */
  path: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
  /**
   * An `error` keeps the file, or what was changed in it, out of the publication, or, where it asks for what is another file's, from having it. A
   * `warning` keeps nothing back.
   */
  severity: "error" | "warning";
  message: string;
  /** What to do about it. */
  remedy: string;
}

/** A problem before it is known which file it is in. */
export type Finding = Omit<Problem, "path">;

/** `path:line:column: error: message (remedy)`, as editors and CI annotations read it. */
export const formatProblem = ({ path, line, column, severity, message, remedy }: Problem) =>
  `${printable(path)}:${line}:${column}: ${severity}: ${printable(`${message}; ${remedy}`)}`;

/** What readers see of a file that has an error: what it was when it was last right. */
export const withShownVersion = (problem: Problem, shownSince: number): Problem =>
  problem.severity === "warning"
    ? problem
    : { ...problem, remedy: `${problem.remedy}; until then ${describeShown(shownSince)}` };

/** @param shownSince milliseconds */
const describeShown = (shownSince: number): string => {
  const [day, time] = new Date(shownSince).toISOString().split("T");
  return `readers see the version of ${day} ${time?.slice(0, 5)} UTC`;
};

export const hasErrors = (findings: readonly Pick<Problem, "severity">[]) =>
  findings.some(({ severity }) => severity === "error");

/** In the order in which an editor goes through the folder. */
export function compareProblems(one: Problem, other: Problem): number {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}
