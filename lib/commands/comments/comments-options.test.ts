import { expect, it } from "vitest";
import { UsageError } from "@/lib/commands/arguments/usage-error.mjs";
import { readCommentsOptions } from "@/lib/commands/comments/comments-options";

it.each([
  [["export", "a.json"], { command: "export", file: "a.json" }],
  [["import", "a.xml"], { command: "import", file: "a.xml", dryRun: false }],
  [["--dry-run", "import", "a.xml"], { command: "import", file: "a.xml", dryRun: true }],
  [["refresh"], { command: "refresh" }],
  [["backup", "/b", "--keep", "14"], { command: "backup", folder: "/b", keep: 14 }],
  [["backup", "/b"], { command: "backup", folder: "/b", keep: undefined }],
  [["restore", "a.db", "--replace"], { command: "restore", file: "a.db", replace: true }],
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
  [["--mail"], "there is no option --mail"],
  [["export"], "it takes FILE, which is missing"],
  [["export", "a", "b"], "b is more than it takes"],
  [["export", "a", "--dry-run"], "there is no option --dry-run"],
  [["import", "a", "--email", "x"], "there is no option --email"],
  [["erase"], "erase takes one of"],
  [["erase", "--email", "a", "--id", "b"], "erase takes one of"],
  [["erase", "--email", " "], "--email needs a value"],
  [["erase", "--email", "--dry-run"], "--email needs a value"],
  [["erase", "--mail", "a"], "there is no option --mail"],
  [["backup", "/b", "--keep", "0"], "--keep takes a whole number"],
  [["backup", "/b", "--keep", "1.5"], "--keep takes a whole number"],
  [["backup"], "it takes DIR, which is missing"],
  [["refresh", "x"], "x is more than it takes"],
])("%j is refused with its reason and how it is used", (args, problem) => {
  expect(() => readCommentsOptions(args)).toThrow(UsageError);
  expect(() => readCommentsOptions(args)).toThrow(problem);
  expect(() => readCommentsOptions(args)).toThrow("usage: npm run comments -- ");
});
