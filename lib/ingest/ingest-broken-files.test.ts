import { describe, expect, it } from "vitest";
import { createTemporaryArchive, postFile } from "@/lib/ingest/temporary-archive";
import { findPostBySlug, readPosts } from "@/lib/store/read-posts";

const broken: Record<string, string | Uint8Array> = {
  "bad-yaml.md": "---\ntitle: One: two\ndate: 2023-01-01\n---\n",
  "broken-bytes.md": Buffer.concat([
    Buffer.from(postFile("T", { body: "中文" })),
    Buffer.from([0xff]),
  ]),
  "empty.md": "",
  "five-megabytes.md": postFile("Large", { body: "x".repeat(5 * 1024 * 1024) }),
  "no-front-matter.md": "# A heading\n",
  "no-title.md": "---\ndate: 2023-01-01\n---\n",
  "never-closed.md": "---\ntitle: T\n\nText",
  "utf-16.md": Buffer.from("\ufeff---\n", "utf16le"),
  "wrong-type.md": "---\ntitle: T\ndate: 2023-01-01\ntags: {a: b}\n---\n",
};

const odd: Record<string, string> = {
  "a\\b.md": postFile("Backslash"),
  'double " quote.md': postFile("Double quote"),
  "new\nline.md": postFile("New line"),
  [`2023-10-28-${"长".repeat(61)}.md`]: postFile("Long name"),
  "only-front-matter.md": "---\ntitle: No text\ndate: 2023-01-01\n---",
  "one-line.md": postFile("One line", { body: "word ".repeat(200_000) }),
  "deep.md": postFile("Deep", { body: `${"<div>".repeat(20_000)}down here` }),
  "crlf.md": postFile("Line ends").replaceAll("\n", "\r\n"),
  "UPPER.MD": postFile("Upper case"),
  "other.markdown": postFile("Other ending"),
};

async function createArchive() {
  const archive = await createTemporaryArchive();
  for (const [file, content] of Object.entries({ ...broken, ...odd })) archive.write(file, content);
  return archive;
}

describe("a folder with broken files", () => {
  it("publishes every file that is right, however odd", async () => {
    const archive = await createArchive();
    const summary = await archive.ingest();
    expect(summary.files).toBe(Object.keys({ ...broken, ...odd }).length);
    const posts = await readPosts(archive.client, { offset: 0, limit: 100 });
    expect(posts.map(({ title }) => title).sort()).toEqual([
      "Backslash",
      "Deep",
      "Double quote",
      "Line ends",
      "Long name",
      "New line",
      "No text",
      "One line",
      "Other ending",
      "Upper case",
    ]);
    expect((await findPostBySlug(archive.client, "deep"))?.html).toContain("down here");
    expect((await findPostBySlug(archive.client, "one-line"))?.html.length).toBeGreaterThan(
      900_000,
    );
  });

  it("names each broken one with its line, and no other", async () => {
    const { problems } = await (await createArchive()).ingest();
    const places = problems.map(({ path, line, severity }) => `${path}:${line}: ${severity}`);
    expect(places).toEqual([
      "bad-yaml.md:2: error",
      "broken-bytes.md:6: error",
      "empty.md:1: error",
      "five-megabytes.md:1: error",
      "never-closed.md:1: error",
      "no-front-matter.md:1: error",
      "no-title.md:1: error",
      "only-front-matter.md:1: warning",
      "utf-16.md:1: error",
      "wrong-type.md:4: error",
    ]);
  });

  it("says the same in the next run, without work", async () => {
    const archive = await createArchive();
    const first = await archive.ingest();
    const second = await archive.ingest();
    expect(second).toEqual({ ...first, compiled: 0, unchanged: first.files });
  });

  it("publishes a broken file when it is mended, and leaves it so when it breaks again", async () => {
    const archive = await createArchive();
    await archive.ingest();
    archive.write("no-title.md", postFile("Mended"));
    const mended = await archive.ingest();
    expect(mended.compiled).toBe(1);
    expect(mended.problems.map(({ path }) => path)).not.toContain("no-title.md");
    expect(await findPostBySlug(archive.client, "mended")).toBeDefined();
    archive.write("no-title.md", "---\ndate: 2023-01-01\n---\n");
    expect((await archive.ingest()).problems.map(({ path }) => path)).toContain("no-title.md");
    expect(await findPostBySlug(archive.client, "mended")).toBeDefined();
  });
});

describe("a file that changes its kind", () => {
  const page = "---\ntitle: About\nlayout: page\n---\n";

  it("leaves no post behind when its layout becomes `page`", async () => {
    const archive = await createTemporaryArchive();
    archive.write("about.md", postFile("About"));
    await archive.ingest();
    archive.write("about.md", page);
    await archive.ingest();
    expect(await readPosts(archive.client, { offset: 0, limit: 10 })).toEqual([]);
  });

  it("leaves no post behind when it moves to the folder of pages", async () => {
    const archive = await createTemporaryArchive();
    archive.write("posts/about.md", postFile("About"));
    await archive.ingest();
    archive.move("posts/about.md", "pages/about.md");
    await archive.ingest();
    expect(await readPosts(archive.client, { offset: 0, limit: 10 })).toEqual([]);
  });

  it("leaves no page behind when it becomes a post", async () => {
    const archive = await createTemporaryArchive();
    archive.write("about.md", page);
    await archive.ingest();
    archive.write("about.md", postFile("About"));
    await archive.ingest();
    const { rows } = await archive.client.execute("SELECT count(*) AS pages FROM pages");
    expect(rows[0]?.pages).toBe(0);
    expect(await findPostBySlug(archive.client, "about")).toBeDefined();
  });
});
