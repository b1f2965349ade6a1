import { expect, it } from "vitest";
import { formatWorkflowCommands } from "@/lib/commands/check/workflow-commands";
import type { Problem } from "@/lib/problem";

const problem = (given: Partial<Problem>): Problem => ({
  path: "content/a.md",
  line: 3,
  column: 7,
  severity: "error",
  message: "`date` is not a date",
  remedy: "write a day",
  ...given,
});

it("marks a place in a file", () => {
  expect(formatWorkflowCommands([problem({})])).toEqual([
    "::error file=content/a.md,line=3,col=7::`date` is not a date; write a day",
  ]);
});

it("can't be led astray by a name or a value", () => {
  const [line] = formatWorkflowCommands([
    problem({
      path: "a,b:c%0A\n\u001b]0;\u0007\u202e.md",
      message: "100%\n::set-output name=x::y",
      remedy: "\r",
    }),
  ]);
  expect(line).toBe(
    "::error file=a%2Cb%3Ac%250A\\u000a\\u001b]0;\\u0007\\u202e.md,line=3,col=7::100%25\\u000a::set-output name=x::y; \\u000d",
  );
});

it("has errors first, and no more than are shown", () => {
  const many = Array.from({ length: 30 }, (_, line) => [
    problem({ line, severity: "warning" }),
    problem({ line }),
  ]).flat();
  const lines = formatWorkflowCommands(many);
  expect(lines.map((line) => line.slice(0, 5))).toEqual([
    ...Array(10).fill("::err"),
    ...Array(10).fill("::war"),
  ]);
});
