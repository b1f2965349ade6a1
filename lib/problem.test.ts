import { describe, expect, it } from "vitest";
import { formatProblem, type Problem } from "@/lib/problem";

const problem = (given: Partial<Problem>): Problem => ({
  path: "posts/a.md",
  line: 3,
  column: 7,
  severity: "error",
  message: "`date` is not a date",
  remedy: "write a day",
  ...given,
});

describe("a problem", () => {
  it("is a line that editors and CI can follow", () => {
    expect(formatProblem(problem({}))).toBe(
      "posts/a.md:3:7: error: `date` is not a date; write a day",
    );
    expect(formatProblem(problem({ severity: "warning", path: "文 章/“引”.md" }))).toBe(
      "文 章/“引”.md:3:7: warning: `date` is not a date; write a day",
    );
  });

  it.each([
    ["a line end", "\n"],
    ["a carriage return", "\r"],
    ["an escape sequence", "\u001b[2K"],
    ["a C1 control", "\u009b"],
    ["a Unicode line end", "\u2028"],
    ["a next-line mark", "\u0085"],
    ["a right-to-left override", "\u202e"],
    ["an isolate", "\u2066"],
    ["a right-to-left mark", "\u200f"],
    ["an Arabic letter mark", "\u061c"],
  ])("can't be forged through %s in a name or a value", (_what, text) => {
    const forged = `a.md${text}b.md:1:1: error: forged`;
    for (const given of [{ path: forged }, { message: forged }, { remedy: forged }]) {
      const line = formatProblem(problem(given));
      expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
      expect(line).toContain("\\u");
    }
  });
});
