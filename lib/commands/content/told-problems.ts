import type { Problem } from "@/lib/problem";

/** What was told of a folder that is looked at again and again: a problem is told once, and again where it comes back. */
export class ToldProblems {
  #told: ReadonlySet<string> = new Set();

  /** @param problems all that there are now @returns those that weren't there the last time */
  takeNew(problems: readonly Problem[]): Problem[] {
    const fresh = problems.filter((problem) => !this.#told.has(nameProblem(problem)));
    this.#told = new Set(problems.map(nameProblem));
    return fresh;
  }
}

/** Not by its line: it moves with every line that is written above it. */
const nameProblem = ({ path, severity, message }: Problem): string =>
  JSON.stringify([path, severity, message]);
