import { expect, it } from "vitest";
import { readCommentsOptions, UsageError } from "@/lib/commands/comments/comments-options";

it.each([
  [["export", "a.json"], { command: "export", file: "a.json" }],
  [["import", "a.xml"], { command: "import", file: "a.xml", dryRun: false }],
  [["--dry-run", "import", "a.xml"], { command: "import", file: "a.xml", dryRun: true }],
  [["refresh"], { command: "refresh" }],
  [
    ["erase", "--email", " a@b.example "],
    { command: "erase", by: "email", value: "a@b.example", dryRun: false },
  ],
  [
    ["erase", "--address=::1", "--dry-run"],
    { command: "erase", by: "address", value: "::1", dryRun: true },
  ],
])("%j is understood", (args, options) => {
  expect(readCommentsOptions(args)).toEqual(options);
});

it.each([
  [[], "say what to do"],
  [["drop"], "there is no command drop"],
  [["export"], "export takes one file"],
  [["export", "a", "b"], "export takes one file"],
  [["export", "a", "--dry-run"], "--dry-run belongs to import and erase"],
  [["import", "a", "--email", "x"], "--email belongs to erase"],
  [["erase"], "erase takes one of"],
  [["erase", "--email", "a", "--id", "b"], "erase takes one of"],
  [["erase", "--email", " "], "--email has no value"],
  [["erase", "--mail", "a"], "--mail"],
  [["refresh", "x"], "refresh takes nothing else"],
])("%j is refused with its reason and how it is used", (args, problem) => {
  expect(() => readCommentsOptions(args)).toThrow(UsageError);
  expect(() => readCommentsOptions(args)).toThrow(problem);
  expect(() => readCommentsOptions(args)).toThrow("npm run comments -- erase");
});
