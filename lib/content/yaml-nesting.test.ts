import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "@/lib/content/front-matter";

const parse = (yaml: string) => parseFrontMatter(`---\n${yaml}\n---\n`);

const indented = (levels: number, line: string) =>
  Array.from({ length: levels }, (_, level) => " ".repeat(level) + line).join("\n");

describe("front matter nested without end", () => {
  it.each([
    // Without the limit, this one ends the process where no `catch` can help.
    ["keys of keys", "? ".repeat(30_000)],
    ["lists in lists", "- ".repeat(30_000)],
    ["open brackets", "[".repeat(60_000)],
    ["open braces", "a: {a: ".repeat(9_000)],
    ["keys in one entry of a list", `a: [${"a: ".repeat(20_000)}`],
    ["keys in one entry over many lines", `a: [${"a:\n ".repeat(10_000)}`],
    ["groups by indentation", indented(300, "a:")],
    ["lists by indentation", indented(300, "-")],
  ])("is refused, with a word about nesting: %s", (_what, yaml) => {
    expect(parse(yaml)).toMatchObject({
      ok: false,
      findings: [{ line: 2, message: "the front matter is nested too deeply" }],
    });
  });

  it.each([
    ["a thousand tags on lines", `tags:\n${"  - one\n".repeat(1000)}`],
    ["a thousand tags in brackets", `tags: [ ${"one, ".repeat(1000)}]`],
    ["a thousand keys", Array.from({ length: 1000 }, (_, n) => `k${n}: v`).join("\n")],
    ["indentation up and down", "a:\n  b: c\nd:\n  e: f\n".repeat(20).replace(/[a-z]/g, "k$&")],
    ["a block of text with growing indentation", `summary: |\n${indented(60, " - x")}`],
    ["brackets in quotes", `title: "${"[".repeat(500)}"`],
    ["questions and colons in a text", `title: '${"what? this: ".repeat(100)}'`],
  ])("is not %s", (_what, yaml) => {
    expect(JSON.stringify(parse(yaml))).not.toContain("nested");
  });
});
