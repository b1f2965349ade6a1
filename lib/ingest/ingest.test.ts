import { utimesSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  createTemporaryArchive,
  postFile,
  type TemporaryArchive,
} from "@/lib/ingest/temporary-archive";
import { findNeighboursBySlug, findPostBySlug, readPosts } from "@/lib/store/read-posts";
import { readTerms } from "@/lib/store/read-terms";

const everything = { offset: 0, limit: 100 };

const titlesOf = async ({ client }: TemporaryArchive) =>
  (await readPosts(client, everything)).map(({ title }) => title);

const tagsOf = async ({ client }: TemporaryArchive) =>
  Object.fromEntries(
    (await readTerms(client, "tag", everything)).map(({ name, count }) => [name, count]),
  );

async function createThreePosts() {
  const archive = await createTemporaryArchive();
  archive.write("a.md", postFile("Alpha", { date: "2023-01-01", frontMatter: "tags: [甲, 乙]" }));
  archive.write("b.md", postFile("Beta", { date: "2023-02-01", frontMatter: "tags: [甲]" }));
  archive.write("c/d/c.md", postFile("Gamma", { date: "2023-03-01" }));
  const summary = await archive.ingest();
  return { archive, summary };
}

describe("a folder of post files", () => {
  it("becomes posts, newest first, with bodies, terms and neighbours", async () => {
    const { archive, summary } = await createThreePosts();
    expect(summary).toMatchObject({
      files: 3,
      compiled: 3,
      unchanged: 0,
      deleted: 0,
      problems: [],
    });
    expect(await titlesOf(archive)).toEqual(["Gamma", "Beta", "Alpha"]);
    expect(await tagsOf(archive)).toEqual({ 甲: 2, 乙: 1 });
    expect(await findPostBySlug(archive.client, "beta")).toMatchObject({
      title: "Beta",
      html: "<p>Text of Beta.</p>",
      summary: "Text of Beta.",
      date: "2023-01-31T16:00:00.000Z",
    });
    expect(await findNeighboursBySlug(archive.client, "beta")).toMatchObject({
      previous: { slug: "alpha" },
      next: { slug: "gamma" },
    });
  });

  it("costs nothing where nothing has changed", async () => {
    const { archive, summary } = await createThreePosts();
    expect(await archive.ingest()).toEqual({ ...summary, compiled: 0, unchanged: 3 });
  });

  it("costs nothing where a file was only touched", async () => {
    const { archive, summary } = await createThreePosts();
    utimesSync(path.join(archive.folder, "a.md"), 1, 1);
    expect(await archive.ingest()).toEqual({ ...summary, compiled: 0, unchanged: 3 });
  });

  it("costs one file where one is added, and its neighbours know", async () => {
    const { archive } = await createThreePosts();
    archive.write("new.md", postFile("New", { date: "2023-02-15", frontMatter: "tags: [乙, 丙]" }));
    expect(await archive.ingest()).toMatchObject({ files: 4, compiled: 1, unchanged: 3 });
    expect(await titlesOf(archive)).toEqual(["Gamma", "New", "Beta", "Alpha"]);
    expect(await tagsOf(archive)).toEqual({ 甲: 2, 乙: 2, 丙: 1 });
    expect(await findNeighboursBySlug(archive.client, "beta")).toMatchObject({
      next: { slug: "new" },
    });
  });

  it("costs one file where one is edited", async () => {
    const { archive } = await createThreePosts();
    archive.write(
      "a.md",
      postFile("Alpha", { date: "2024-01-01", frontMatter: "tags: [丙]", body: "New text." }),
    );
    expect(await archive.ingest()).toMatchObject({ files: 3, compiled: 1, unchanged: 2 });
    expect(await titlesOf(archive)).toEqual(["Alpha", "Gamma", "Beta"]);
    expect(await tagsOf(archive)).toEqual({ 甲: 1, 丙: 1 });
    expect((await findPostBySlug(archive.client, "alpha"))?.html).toBe("<p>New text.</p>");
  });

  it("forgets a file that is gone, everywhere", async () => {
    const { archive } = await createThreePosts();
    archive.remove("b.md");
    expect(await archive.ingest()).toMatchObject({
      files: 2,
      compiled: 0,
      unchanged: 2,
      deleted: 1,
    });
    expect(await titlesOf(archive)).toEqual(["Gamma", "Alpha"]);
    expect(await tagsOf(archive)).toEqual({ 甲: 1, 乙: 1 });
    expect(await findPostBySlug(archive.client, "beta")).toBeUndefined();
    expect(await findNeighboursBySlug(archive.client, "alpha")).toEqual({
      next: { slug: "gamma", title: "Gamma", lang: "en" },
    });
  });

  it("is compiled anew, all of it, by a new pipeline", async () => {
    const { archive } = await createThreePosts();
    expect(await archive.ingest({ pipeline: "two" })).toMatchObject({ compiled: 3, unchanged: 0 });
    expect(await archive.ingest({ pipeline: "two" })).toMatchObject({ compiled: 0, unchanged: 3 });
    expect(await titlesOf(archive)).toEqual(["Gamma", "Beta", "Alpha"]);
  });

  it("is not believed to be empty where many files were there, unless that is meant", async () => {
    const archive = await createTemporaryArchive();
    const files = Array.from({ length: 20 }, (_, number) => `${number}.md`);
    for (const file of files) archive.write(file, postFile(`Post ${file}`));
    await archive.ingest();
    for (const file of files) archive.remove(file);
    await expect(archive.ingest()).rejects.toThrow(/holds no post file, but 20 are in the store/);
    expect(await titlesOf(archive)).toHaveLength(20);
    expect(await archive.ingest({ mayBeEmptied: true })).toMatchObject({ files: 0, deleted: 20 });
  });

  it("may be empty, and become so", async () => {
    const { archive } = await createThreePosts();
    for (const file of ["a.md", "b.md", "c/d/c.md"]) archive.remove(file);
    expect(await archive.ingest()).toMatchObject({ files: 0, deleted: 3 });
    expect(await titlesOf(archive)).toEqual([]);
    expect(await tagsOf(archive)).toEqual({});
  });
});

describe("a post of the future", () => {
  const now = Date.parse("2023-06-01T00:00:00Z");

  it("is public when its time has come, without being compiled again", async () => {
    const archive = await createTemporaryArchive();
    archive.write("old.md", postFile("Old", { date: "2023-01-01", frontMatter: "tags: [甲]" }));
    archive.write("new.md", postFile("New", { date: "2023-06-02", frontMatter: "tags: [甲, 乙]" }));
    const before = await archive.ingest({ now });
    expect(await titlesOf(archive)).toEqual(["Old"]);
    expect(await tagsOf(archive)).toEqual({ 甲: 1 });
    const after = await archive.ingest({ now: Date.parse("2023-06-02T00:00:00Z") });
    expect(after.compiled).toBe(0);
    expect(after.generation).not.toBe(before.generation);
    expect(await titlesOf(archive)).toEqual(["New", "Old"]);
    expect(await tagsOf(archive)).toEqual({ 甲: 2, 乙: 1 });
  });
});

describe("the generation", () => {
  it("stays the same where readers see nothing new, and is never that of another store", async () => {
    const { archive, summary } = await createThreePosts();
    archive.write("broken.md", "---\ntitle: [\n---\n");
    archive.write("draft.md", postFile("Draft", { frontMatter: "draft: true" }));
    expect((await archive.ingest()).generation).toBe(summary.generation);
    const other = await createThreePosts();
    expect(other.summary.generation).not.toBe(summary.generation);
  });

  it("is another after any change that a reader can see", async () => {
    const { archive, summary } = await createThreePosts();
    const seen = new Set([summary.generation]);
    const next = async () => seen.add((await archive.ingest()).generation).size;
    archive.write("a.md", postFile("Alpha", { date: "2023-01-01", frontMatter: "tags: [甲]" }));
    expect(await next()).toBe(2);
    archive.write("pages/about.md", "---\ntitle: About\n---\nWe.\n");
    expect(await next()).toBe(3);
    archive.write("pages/about.md", "---\ntitle: About\n---\nUs.\n");
    expect(await next()).toBe(4);
    archive.write("authors/z.md", "---\nname: 张三\n---\n");
    expect(await next()).toBe(5);
    archive.remove("b.md");
    expect(await next()).toBe(6);
  });
});
