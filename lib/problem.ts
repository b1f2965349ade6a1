/** A fault in one file of the content folder, said so that the editor who wrote the file can mend it. */
export interface Problem {
  /** Relative to the content folder, with `/`. */
  path: string;
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 code units. */
  column: number;
  /** An `error` leaves the file out of the publication; with a `warning` it is published all the same. */
  severity: "error" | "warning";
  message: string;
  /** What to do about it. */
  remedy: string;
}

/** A problem before it is known which file it is in. */
export type Finding = Omit<Problem, "path">;

/** Characters that would break a log line, forge one, or hide text on a terminal. */
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

export const printable = (text: string) =>
  text.replace(
    unprintable,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** `path:line:column: error: message (remedy)`, as editors and CI annotations read it. */
export const formatProblem = ({ path, line, column, severity, message, remedy }: Problem) =>
  `${printable(path)}:${line}:${column}: ${severity}: ${printable(`${message}; ${remedy}`)}`;

export const hasErrors = (findings: readonly Pick<Problem, "severity">[]) =>
  findings.some(({ severity }) => severity === "error");
