import { describe, expect, it } from "vitest";
import { checkKeys, findIntendedKey } from "@/lib/content/check-keys";
import { listFieldDeclarations } from "@/lib/content/contentlayer";
import { parseFrontMatter } from "@/lib/content/front-matter";

const declarations = (await listFieldDeclarations()).Post;

function findingsOf(...lines: string[]) {
  const parsed = parseFrontMatter(
    `---\ntitle: T\ndate: 2023-10-28\n${lines.join("\n")}\n---\nText\n`,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return checkKeys(parsed, declarations);
}

describe("a key that nobody reads", () => {
  it.each([
    ["another case", "Tags", "tags"],
    ["full-width letters", "ｔａｇｓ", "tags"],
    ["an invisible character", '"\u200btags"', "tags"],
    ["a blank at the end", "'tags '", "tags"],
    ["two letters swapped", "tgas", "tags"],
    ["a letter left out", "comment", "comments"],
    ["a letter too many", "summmary", "summary"],
    ["another letter", "authar", "author"],
    ["two mistakes in a long word", "catagoreis", "categories"],
    ["a misspelt key of Jekyll", "publishd", "published"],
    ["a misspelt synonym", "catgory", "category"],
  ])("is named with the one that was meant: %s", (_what, key, meant) => {
    expect(findingsOf(`${key}: x`)).toMatchObject([
      { line: 4, column: 1, severity: "warning", remedy: `write \`${meant}\`` },
    ]);
  });

  it("is named as a second one where the right one is there", () => {
    expect(findingsOf("Title: other")).toMatchObject([
      { line: 4, message: "`Title` is no key that is read, and `title` is there as well" },
    ]);
  });

  it.each([
    "hackmd: x",
    "data: x",
    "form: x",
    "name: x",
    "image: x",
    "updates_at: x",
    "lastmod: 2023-01-01",
    "type: x",
    "toc: true",
    "ID_OF_OTHERS: x",
    "ie: x",
    "标签: x",
    "__proto__: x",
    "constructor: x",
    `${"k".repeat(900)}: x`,
  ])("is left alone when it is another tool's: %.30s", (line) => {
    expect(findingsOf(line)).toEqual([]);
  });

  it("is told of ten times at the most", () => {
    const lines = Array.from({ length: 500 }, (_, n) => `tags${String.fromCodePoint(0x61 + n)}: x`);
    expect(findingsOf(...lines).length).toBe(10);
  });

  it("may be YAML's former way to take over a group", () => {
    expect(findingsOf("base: &b", "  tags: x", "<<: *b")).toMatchObject([
      { line: 6, message: "`<<` takes no keys over from another group" },
    ]);
  });
});

it("finds no key for what is nothing like one", () => {
  expect(findIntendedKey("", ["tags"])).toBeUndefined();
  expect(findIntendedKey("toString", ["tags", "title"])).toBeUndefined();
});
