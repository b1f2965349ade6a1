import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { listFieldDeclarations } from "@/lib/content/contentlayer";
import { type ReadingContext, readDocument } from "@/lib/content/read-document";
import { hasErrors } from "@/lib/problem";

let context: ReadingContext;

beforeAll(async () => {
  context = { declarations: await listFieldDeclarations(), timeZone: "Asia/Shanghai" };
});

const read = (text: string, path = "posts/a.md") => readDocument(path, Buffer.from(text), context);

function sourceOf(text: string, path?: string) {
  const result = read(text, path);
  if (result.outcome !== "read") throw new Error(`not read: ${JSON.stringify(result)}`);
  return result.source;
}

const findingsOf = (text: string, path?: string) => {
  const result = read(text, path);
  return result.outcome === "ignored" ? [] : result.findings;
};

const post = "---\ntitle: 标题\ndate: 2023-10-28\n---\n正文\n";

describe("the kind of a document", () => {
  it.each([
    ["posts/a.md", "", "Post"],
    ["anywhere/a.md", "", "Post"],
    ["pages/about.md", "", "Page"],
    ["pages/about.md", "layout: default", "Page"],
    ["pages/news.md", "layout: post", "Post"],
    ["posts/about.md", "layout: page", "Page"],
    ["posts/about.md", "layout: Page", "Page"],
    ["posts/pages/a.md", "", "Post"],
  ])("of %s with `%s` is %s", (path, layout, type) => {
    const text = `---\ntitle: T\ndate: 2023-10-28\n${layout}\n---\n`;
    expect(sourceOf(text, path).type).toBe(type);
  });

  it("is an author in the folder of authors, and by layout", () => {
    expect(sourceOf("---\nname: 张三\n---\n", "authors/zhang.md").type).toBe("Author");
    expect(sourceOf("---\nlayout: author\nname: 张三\n---\n").type).toBe("Author");
  });
});

describe("a file without front matter", () => {
  it.each(["README.md", "posts/readme.markdown", "ReadMe.md"])(
    "%s is a note for people",
    (path) => {
      expect(read("# Notes\n", path)).toEqual({ outcome: "ignored" });
    },
  );

  it("is refused under any other name", () => {
    expect(read("# Notes\n", "404.md").outcome).toBe("refused");
    expect(read("# Notes\n", "not-readme.md").outcome).toBe("refused");
  });

  it("is refused as a README too when its front matter is there and wrong", () => {
    expect(read("---\ntitle: T\n", "README.md").outcome).toBe("refused");
  });
});

describe("a post without a date", () => {
  it("has that of its file's name, as the start of the day in the site's zone", () => {
    const { fields } = sourceOf("---\ntitle: T\n---\n", "posts/2023-10-28-t.md");
    expect(fields.date).toBe("2023-10-27T16:00:00.000Z");
    expect(sourceOf("---\ntitle: T\ndate:\n---\n", "2023-10-28-t.md").fields.date).toBe(
      fields.date,
    );
  });

  it.each(["posts/t.md", "posts/2023-02-30-t.md"])(
    "is refused as %s: no date is made up",
    (path) => {
      expect(findingsOf("---\ntitle: T\n---\n", path)).toMatchObject([
        { severity: "error", message: "`date` is missing" },
      ]);
    },
  );

  it("is refused where the date is wrong, even if the file's name has one", () => {
    expect(findingsOf("---\ntitle: T\ndate: soon\n---\n", "2023-10-28-t.md")).toMatchObject([
      { line: 3, column: 7, severity: "error" },
    ]);
  });
});

describe("what is wrong", () => {
  it("is told at once, each in its place", () => {
    const text =
      "---\ndate: 2023-02-30\ntags: {a: b}\ncomments: maybe\nfrom: example.com\nid: a b\n---\n";
    const places = findingsOf(text).map(({ line, column, severity }) => [line, column, severity]);
    expect(places).toHaveLength(6);
    expect(places).toEqual(
      expect.arrayContaining([
        [1, 1, "error"],
        [2, 7, "error"],
        [3, 7, "error"],
        [4, 11, "error"],
        [5, 7, "warning"],
        [6, 5, "error"],
      ]),
    );
  });

  it("always comes with what to do", () => {
    for (const { remedy } of findingsOf("---\ndate: x\ntags: {a: b}\nlang: fr\n---\n")) {
      expect(remedy).not.toBe("");
    }
  });

  it("refuses a file without a title, and doesn't call a title missing that has the wrong type", () => {
    expect(findingsOf("---\ndate: 2023-10-28\n---\n")).toMatchObject([
      { message: "`title` is missing" },
    ]);
    expect(findingsOf("---\ntitle: [a]\ndate: 2023-10-28\n---\n")).toMatchObject([
      { line: 2, column: 8, message: "`title` is a list where one text is expected" },
    ]);
  });

  it("tells of broken bytes behind good front matter", () => {
    const result = readDocument(
      "a.md",
      Buffer.concat([Buffer.from(post), Buffer.from([0xff])]),
      context,
    );
    expect(result).toMatchObject({ outcome: "refused", findings: [{ line: 6, column: 1 }] });
  });
});

describe("whatever a file holds", () => {
  const key = fc.constantFrom(
    "title",
    "date",
    "tags",
    "author",
    "comments",
    "from",
    "id",
    "published",
    "__proto__",
    "constructor",
  );
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("*a", "&a", "!b c", "[", "{", "|", "- x", "2023-10-28", "'", "%"),
  );
  const lines = fc.array(fc.tuple(key, value).map(([name, text]) => `${name}: ${text}`));
  const file = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: "binary" }).map((text) => Buffer.from(text)),
    lines.map((all) => Buffer.from(`---\n${all.join("\n")}\n---\n`)),
  );

  it("is read or refused with an error in its place, and never throws", () => {
    fc.assert(
      fc.property(
        file,
        fc.constantFrom("a.md", "pages/a.md", "authors/a.md", "README.md"),
        (bytes, path) => {
          const result = readDocument(path, bytes, context);
          if (result.outcome === "ignored") return;
          expect(hasErrors(result.findings)).toBe(result.outcome === "refused");
          for (const { line, column } of result.findings)
            expect(Math.min(line, column)).toBeGreaterThan(0);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
