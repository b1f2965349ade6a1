import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "@/lib/content/front-matter";
import { type FieldDeclaration, readFields } from "@/lib/content/read-fields";

const declarations: FieldDeclaration[] = [
  { name: "title", type: "string", required: true },
  { name: "date", type: "date", required: true },
  { name: "author", type: "list", required: false },
  { name: "tags", type: "list", required: false },
  { name: "categories", type: "list", required: false },
  { name: "comments", type: "boolean", required: false },
  { name: "draft", type: "boolean", required: false },
];

function read(yaml: string) {
  const parsed = parseFrontMatter(`---\n${yaml}\n---\n`);
  if (!parsed.ok) throw new Error("not valid YAML");
  return readFields(parsed, declarations, "Asia/Shanghai");
}

const fieldsOf = (yaml: string) => read(yaml).fields;

describe("a list", () => {
  it.each([
    ["tags: [甲, 乙]", ["甲", "乙"]],
    ["tags:\n- 甲\n- 乙", ["甲", "乙"]],
    ["tags: 甲 乙", ["甲 乙"]],
    ["tags: 2023", ["2023"]],
    ["tags: [007, 1.10, true]", ["007", "1.10", "true"]],
    ["tags: [a, a, ' a ']", ["a"]],
    ["tags: []", []],
  ])("may be written as %j", (yaml, tags) => {
    expect(fieldsOf(yaml).tags).toEqual(tags);
  });

  it.each([
    ["category: 新聞", "categories"],
    ["tag: 新聞", "tags"],
    ["authors: 新聞", "author"],
  ])("may go by another key: %s", (yaml, name) => {
    expect(fieldsOf(yaml)).toEqual({ [name]: ["新聞"] });
  });

  it("goes by its own key where both are given, in whichever order", () => {
    expect(fieldsOf("category: one\ncategories: [two]").categories).toEqual(["two"]);
    expect(fieldsOf("categories: [two]\ncategory: one").categories).toEqual(["two"]);
  });
});

describe("a boolean", () => {
  it.each(["true", "True", "TRUE", "yes", "Yes", "on", "'true'"])("%s is true", (word) => {
    expect(fieldsOf(`comments: ${word}`).comments).toBe(true);
  });

  it.each(["false", "False", "no", "No", "off", '"no"'])("%s is false", (word) => {
    expect(fieldsOf(`comments: ${word}`).comments).toBe(false);
  });

  it.each(["1", "0", "maybe", "是", "[true]", "{a: b}"])("%s is neither, and said so", (word) => {
    const { fields, findings } = read(`title: T\ncomments: ${word}`);
    expect(fields.comments).toBeUndefined();
    expect(findings).toMatchObject([{ line: 3, column: 11, severity: "error" }]);
    expect(findings[0]?.remedy).toContain("`comments: true`");
  });
});

describe("Jekyll's `published`", () => {
  it("makes a draft when it is false", () => {
    expect(fieldsOf("published: false").draft).toBe(true);
    expect(fieldsOf("published: true").draft).toBe(false);
    expect(fieldsOf("title: T").draft).toBeUndefined();
  });

  it("is not overlooked where it can't be read", () => {
    expect(read("published: perhaps").findings).toMatchObject([{ line: 2, severity: "error" }]);
  });

  it("holds a post back that another key would publish", () => {
    expect(fieldsOf("draft: true\npublished: true").draft).toBe(true);
    expect(fieldsOf("draft: false\npublished: false").draft).toBe(true);
  });
});

describe("the rest", () => {
  it("leaves keys alone that aren't declared", () => {
    expect(read("hackmd: {a: [b]}\nconstructor: x\n__proto__: y\ntitle: T")).toMatchObject({
      fields: { title: "T" },
      findings: [],
    });
  });

  it("keeps a title that looks like a number or a date as it is written", () => {
    expect(fieldsOf("title: 007").title).toBe("007");
    expect(fieldsOf("title: 2023-10-28").title).toBe("2023-10-28");
  });

  it("remembers where each value stands", () => {
    expect(read("title: T\ntags: [a]").positions.get("tags")).toEqual({ line: 3, column: 7 });
  });
});
