import { describe, expect, it } from "vitest";
import {
  compileDocuments,
  listFieldDeclarations,
  renderDocumentTypes,
} from "@/lib/content/contentlayer";
import type { StagedDocument } from "@/lib/content/contentlayer-source";

const staged = (
  title: string,
  html: string,
  fields: StagedDocument["fields"] = {},
): StagedDocument => ({
  path: `posts/${title}.md`,
  type: "Post",
  fields: { title, date: "2023-10-28T06:22:36.000Z", ...fields },
  html,
});

const titles = (compiled: Awaited<ReturnType<typeof compileDocuments>>) =>
  compiled.map((one) => (one.ok && "title" in one.document ? one.document.title : "failed"));

describe("compiling a batch", () => {
  it("keeps the order, beyond ten documents too", async () => {
    const wanted = Array.from({ length: 25 }, (_, index) => `Post ${index}`);
    const compiled = await compileDocuments(
      wanted.map((title) => staged(title, `<p>${title}</p>`)),
    );
    expect(titles(compiled)).toEqual(wanted);
    expect(compiled.map((one) => one.ok && one.document.body.html)).toEqual(
      wanted.map((title) => `<p>${title}</p>`),
    );
  });

  it("gives back every value as it was", async () => {
    const fields = {
      title: 'A "quoted": title #1 — 标题 🎉 --- \\n',
      tags: ["甲", "007", "a: b", "- x", "\u2028"],
      categories: [],
      comments: false,
      summary: "x".repeat(20_000),
    };
    const [compiled] = await compileDocuments([staged("", "<p>中</p>", fields)]);
    expect(compiled).toMatchObject({
      ok: true,
      document: {
        ...fields,
        type: "Post",
        date: "2023-10-28T06:22:36.000Z",
        body: { html: "<p>中</p>" },
      },
    });
  });

  it("tells kinds of document apart", async () => {
    const compiled = await compileDocuments([
      staged("A post", ""),
      { path: "about.md", type: "Page", fields: { title: "About" }, html: "about" },
      { path: "who.md", type: "Author", fields: { name: "张三" }, html: "who" },
    ]);
    expect(compiled.map((one) => one.ok && [one.document.type, one.document.body.html])).toEqual([
      ["Post", ""],
      ["Page", "about"],
      ["Author", "who"],
    ]);
  });

  it("loses only the documents that Contentlayer refuses", async () => {
    const batch = ["one", "two", "three", "four", "five"].map((title) => staged(title, title));
    const { title: _, ...untitled } = staged("", "").fields;
    batch.splice(1, 0, {
      path: "untitled.md",
      type: "Post",
      fields: untitled,
      html: "",
    });
    batch.push(staged("six", "", { nonsense: "not declared" }));
    expect(titles(await compileDocuments(batch))).toEqual([
      "one",
      "failed",
      "two",
      "three",
      "four",
      "five",
      "failed",
    ]);
  });

  it.each([
    ["author", "one name in the place of a list"],
    ["comments", "true"],
    ["updated", "yesterday"],
    ["title", ["a", "list"]],
  ])("refuses a value of another type than that of %s", async (field, value) => {
    const [compiled] = await compileDocuments([staged("one", "", { [field]: value })]);
    expect(compiled).toMatchObject({ ok: false, reason: expect.stringContaining(field) });
  });

  it("describes the file as Contentlayer does", async () => {
    const document = { ...staged("", ""), path: "2024/北京/index.md" };
    expect(await compileDocuments([document])).toMatchObject([
      {
        document: {
          _id: "2024/北京/index.md",
          _raw: {
            sourceFilePath: "2024/北京/index.md",
            sourceFileName: "index.md",
            sourceFileDir: "2024/北京",
            contentType: "markdown",
            flattenedPath: "2024/北京",
          },
        },
      },
    ]);
  });
});

it("lists the fields as contentlayer.config.ts declares them", async () => {
  const { Post, Page, Author } = await listFieldDeclarations();
  const required = (fields: typeof Post) =>
    fields.filter((field) => field.required).map(({ name }) => name);
  expect([required(Post), required(Page), required(Author)]).toEqual([
    ["title", "date"],
    ["title"],
    ["name"],
  ]);
  expect(Object.fromEntries(Post.map(({ name, type }) => [name, type]))).toMatchObject({
    date: "date",
    updated: "date",
    author: "list",
    tags: "list",
    comments: "boolean",
    from: "string",
  });
});

it("writes types that import from a package that is installed under that name", async () => {
  const types = await renderDocumentTypes();
  expect(types).toContain("title: string");
  expect(types).toMatch(/from 'contentlayer\//);
  expect(types).not.toContain("contentlayer2");
});
