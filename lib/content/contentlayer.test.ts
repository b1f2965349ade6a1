import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import {
  compileDocuments,
  listFieldDeclarations,
  renderDocumentTypes,
  type StagedDocument,
} from "@/lib/content/contentlayer";

const staged = (
  title: string,
  body: () => string,
  fields: StagedDocument["fields"] = {},
): StagedDocument => ({
  type: "Post",
  fields: { title, date: "2023-10-28T06:22:36.000Z", ...fields },
  renderBody: body,
});

const titles = (compiled: Awaited<ReturnType<typeof compileDocuments>>) =>
  compiled.map((one) => (one.ok && "title" in one.document ? one.document.title : "failed"));

describe("compiling a batch", () => {
  it("keeps the order, beyond ten documents too", async () => {
    const wanted = Array.from({ length: 25 }, (_, index) => `Post ${index}`);
    const compiled = await compileDocuments(
      wanted.map((title) => staged(title, () => `<p>${title}</p>`)),
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
    const [compiled] = await compileDocuments([staged("", () => "<p>中</p>", fields)]);
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
      staged("A post", () => ""),
      { type: "Page", fields: { title: "About" }, renderBody: () => "about" },
      { type: "Author", fields: { name: "张三" }, renderBody: () => "who" },
    ]);
    expect(compiled.map((one) => one.ok && [one.document.type, one.document.body.html])).toEqual([
      ["Post", ""],
      ["Page", "about"],
      ["Author", "who"],
    ]);
  });

  it("renders each body once", async () => {
    const rendered: string[] = [];
    const batch = ["a", "b", "c"].map((title) => staged(title, () => String(rendered.push(title))));
    await compileDocuments(batch);
    expect(rendered.sort()).toEqual(["a", "b", "c"]);
  });

  it("loses only the document whose body can't be rendered", async () => {
    const fail = () => {
      throw new Error("no such picture");
    };
    const compiled = await compileDocuments([
      staged("one", () => "1"),
      staged("two", fail),
      staged("three", () => "3"),
    ]);
    expect(titles(compiled)).toEqual(["one", "failed", "three"]);
    expect(compiled[1]).toEqual({ ok: false, reason: "no such picture" });
  });

  it("loses only the documents that Contentlayer refuses", async () => {
    const batch = ["one", "two", "three", "four", "five"].map((title) =>
      staged(title, () => title),
    );
    const { title: _, ...untitled } = staged("", () => "").fields;
    batch.splice(1, 0, { type: "Post", fields: untitled, renderBody: () => "" });
    batch.push(staged("six", () => "", { nonsense: "not declared" }));
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

  it("leaves nothing behind on disk", async () => {
    // A folder for temporary files of its own: other tests compile at the same time.
    const folder = mkdtempSync(path.join(tmpdir(), "compile-test-"));
    vi.stubEnv("TMPDIR", folder);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true });
    });
    const seen: string[] = [];
    await compileDocuments([staged("one", () => String(seen.push(...readdirSync(folder))))]);
    expect(seen).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
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
