import { expect, it } from "vitest";
import { leaveOutRepeated } from "@/lib/commands/content/repeated-problems";
import type { Problem } from "@/lib/problem";

const problem = (path: string, severity: Problem["severity"], message: string): Problem => ({
  path,
  line: 1,
  column: 1,
  severity,
  message,
  remedy: "",
});

it("says the same warning five times, then how often more, and leaves out no error", () => {
  const problems = Array.from({ length: 8 }, (_, n) => [
    problem(`${n}.md`, "warning", "the same"),
    problem(`${n}.md`, "warning", `another ${n}`),
    problem(`${n}.md`, "error", "the same"),
  ]).flat();
  const { shown, repeated } = leaveOutRepeated(problems);
  expect(repeated).toEqual([{ message: "the same", more: 3 }]);
  expect(shown).toEqual(
    problems.filter(
      ({ path, severity, message }) =>
        severity === "error" || message !== "the same" || Number.parseInt(path, 10) < 5,
    ),
  );
});
