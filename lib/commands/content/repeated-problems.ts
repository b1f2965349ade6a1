import type { Problem } from "@/lib/problem";

/** As many places show what is meant; thousands would bury all else. */
const shownOfOneKind = 5;

interface ShownProblems {
  shown: Problem[];
  /** What more files are said in the same words. */
  repeated: { message: string; more: number }[];
}

/** Leaves out warnings that are repeated word for word. Every error is shown: each keeps a file from its readers. */
export function leaveOutRepeated(problems: readonly Problem[]): ShownProblems {
  const counts = new Map<string, number>();
  const shown = problems.filter(({ severity, message }) => {
    if (severity === "error") return true;
    const count = (counts.get(message) ?? 0) + 1;
    counts.set(message, count);
    return count <= shownOfOneKind;
  });
  const repeated = [...counts]
    .filter(([, count]) => count > shownOfOneKind)
    .map(([message, count]) => ({ message, more: count - shownOfOneKind }));
  return { shown, repeated };
}
