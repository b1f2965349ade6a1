import { expect, it } from "vitest";
import { ToldProblems } from "@/lib/commands/content/told-problems";
import type { Problem } from "@/lib/problem";

const problem = (path: string, line = 1, message = "no title"): Problem => ({
  path,
  line,
  column: 1,
  severity: "error",
  message,
  remedy: "",
});

it("a problem is told once, wherever its line moves to, and again when it comes back", () => {
  const told = new ToldProblems();
  const [a, b] = [problem("a.md"), problem("b.md")];
  expect(told.takeNew([a])).toEqual([a]);
  expect(told.takeNew([a, b])).toEqual([b]);
  expect(told.takeNew([problem("a.md", 7), b])).toEqual([]);
  const another = problem("a.md", 7, "no date");
  expect(told.takeNew([another, b])).toEqual([another]);
  expect(told.takeNew([a])).toEqual([a]);
});
