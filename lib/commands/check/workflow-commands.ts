import { printable } from "@/lib/printable.mjs";
import type { Problem } from "@/lib/problem";

/** GitHub shows ten annotations of a severity for a step, and drops the others. */
const shownAnnotations = 10;

/** What a workflow command can't hold in its text, and what it can't hold in its properties besides. */
const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

/**
 * Lines by which GitHub Actions marks problems in the files of a pull request
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message).
 * @param problems with paths as seen from the root of the repository
 */
export function formatWorkflowCommands(problems: readonly Problem[]): string[] {
  return (["error", "warning"] as const).flatMap((severity) =>
    problems
      .filter((problem) => problem.severity === severity)
      .slice(0, shownAnnotations)
      .map(({ path, line, column, message, remedy }) => {
        const place = `file=${escapeProperty(printable(path))},line=${line},col=${column}`;
        return `::${severity} ${place}::${escapeData(printable(`${message}; ${remedy}`))}`;
      }),
  );
}
