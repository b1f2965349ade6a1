import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "@/lib/content/front-matter";

function faultOf(text: string) {
  const parsed = parseFrontMatter(text);
  return parsed.ok ? undefined : parsed.findings[0];
}

const keys = "title: T\ndate: 2023-01-01\n";

describe("a front matter that isn't one", () => {
  it.each([
    ["TOML", `+++\ntitle = "T"\n+++\n`, "is TOML"],
    ["JSON", `{\n"title": "T"\n}\n`, "is JSON"],
    ["JSON on one line", `{"title": "T"}\n`, "is JSON"],
    ["opened by four hyphens", `----\n${keys}----\n`, "the first line is `----`"],
    ["opened by dashes of print", `———\n${keys}———\n`, "the first line is `———`"],
    ["opened by full-width dashes", `－－－\n${keys}－－－\n`, "the first line is `－－－`"],
  ])("is called what it is: %s", (_what, text, message) => {
    expect(faultOf(text)).toMatchObject({ line: 1, message: expect.stringContaining(message) });
  });

  it.each([
    ["an empty line", `\n---\n${keys}---\n`, 2],
    ["a blank", ` ---\n${keys}---\n`, 1],
    ["a second byte order mark", `\ufeff---\n${keys}---\n`, 1],
    ["a comment", `<!-- draft -->\n# x\n---\n${keys}---\n`, 3],
  ])("is found behind %s, with its line", (_what, text, line) => {
    expect(faultOf(text)).toMatchObject({
      line,
      message: "there is something before the `---` line of the front matter",
    });
  });

  it("is not looked for in a text that has a rule", () => {
    expect(faultOf("Some text\n\n---\n\nMore: text\n")).toMatchObject({
      message: "the file has no front matter",
    });
  });
});

describe("a front matter without an end", () => {
  it.each([
    ["four hyphens", "----"],
    ["indented hyphens", "  ---"],
    ["dashes of print", "———"],
  ])("has its editor look at the line that was to be the end: %s", (_what, end) => {
    expect(faultOf(`---\n${keys}${end}\nText\n`)).toMatchObject({
      line: 1,
      message: "the front matter that starts here is never closed",
      remedy: expect.stringContaining("line 4"),
    });
  });

  it("asks for one where there is nothing like it", () => {
    expect(faultOf(`---\n${keys}\nText`)?.remedy).toBe("end it with a line `---`");
  });
});
