import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "@/lib/content/front-matter";

function read(yaml: string, body = "Body.\n") {
  const parsed = parseFrontMatter(`---\n${yaml}\n---\n${body}`);
  if (!parsed.ok) throw new Error(`refused: ${JSON.stringify(parsed.findings)}`);
  return parsed;
}

const readValue = (yaml: string, key: string) => read(yaml).values.get(key)?.value;

const textOf = (written: string) => {
  const value = readValue(`key: ${written}`, "key");
  return value?.kind === "text" ? value.text : value;
};

describe("what stands between the lines", () => {
  it("comes with the place of each key and each value", () => {
    const { values, body } = read("title: 标题\ntags: [ 甲, 乙 ]\nauthor:\n  - 张三\n  - Li Si");
    expect(values.get("title")).toEqual({
      keyAt: { line: 2, column: 1 },
      value: { kind: "text", text: "标题", at: { line: 2, column: 8 } },
    });
    expect(values.get("tags")?.value).toEqual({
      kind: "list",
      at: { line: 3, column: 7 },
      items: [
        { text: "甲", at: { line: 3, column: 9 } },
        { text: "乙", at: { line: 3, column: 12 } },
      ],
    });
    expect(values.get("author")?.value).toMatchObject({
      items: [
        { text: "张三", at: { line: 5, column: 5 } },
        { text: "Li Si", at: { line: 6, column: 5 } },
      ],
    });
    expect(body).toBe("Body.\n");
  });

  it.each(["007", "1.10", "True", "no", "0x1F", "1e3", "2023-10-28", "12:30"])(
    "stays as written: %s",
    (written) => {
      expect(textOf(written)).toBe(written);
    },
  );

  it("may hold Chinese quotes and full-width colons without quoting", () => {
    expect(textOf("“引号”与：冒号")).toBe("“引号”与：冒号");
  });

  it("has its composed form and no control characters", () => {
    expect(textOf('"e\\u0301 a\\tb\\0c\\n"')).toBe("é a b c");
  });

  it("never holds half a surrogate pair, which the store can't carry", () => {
    expect(textOf('"a\\uD800b"')).not.toMatch(/\p{Surrogate}/u);
  });

  it.each(["", "null", "~", "''", '"  "'])("counts as not given: `key: %s`", (written) => {
    expect(read(`key: ${written}`).values.has("key")).toBe(false);
  });

  it("leaves empty items out of a list", () => {
    expect(readValue("tags: [a, null, '', b]", "tags")).toMatchObject({
      items: [{ text: "a" }, { text: "b" }],
    });
  });

  it("follows an anchor to its value", () => {
    const { values } = read("author: &who 张三\ntags: [ x ]\ncategories: *who");
    expect(values.get("categories")?.value).toMatchObject({ kind: "text", text: "张三" });
  });

  it("says what stands there when it is neither text nor list", () => {
    expect(readValue("title: {a: b}", "title")).toMatchObject({
      kind: "other",
      what: "a group of keys",
    });
    expect(readValue("tags: [a, [b]]", "tags")).toMatchObject({
      kind: "other",
      at: { line: 2, column: 11 },
    });
  });

  it("warns of a key that is given twice, at the second place, and takes the second", () => {
    const { values, findings } = read("title: One\ndate: 2023-01-01\ntitle: Two");
    expect(values.get("title")?.value).toMatchObject({ text: "Two" });
    expect(findings).toMatchObject([{ line: 4, column: 1, severity: "warning" }]);
  });
});

describe("where it ends", () => {
  it.each(["---", "...", "---  ", "---\t"])("a line %j closes it", (line) => {
    const parsed = parseFrontMatter(`---\ntitle: T\n${line}\nBody\n---\nmore`);
    expect(parsed).toMatchObject({ ok: true, body: "Body\n---\nmore" });
  });

  it("may be the end of the file", () => {
    expect(parseFrontMatter("---\ntitle: T\n---")).toMatchObject({ ok: true, body: "" });
  });

  it("is not a rule inside a text of several lines", () => {
    const parsed = parseFrontMatter("---\nsummary: |\n  one\n  ---\n  two\n---\nBody");
    expect(parsed).toMatchObject({ ok: true, body: "Body" });
  });

  it("may come at once", () => {
    const parsed = parseFrontMatter("---\n---\nBody");
    expect(parsed).toMatchObject({ ok: true, body: "Body", findings: [] });
    expect(parsed.ok && parsed.values.size).toBe(0);
  });
});
