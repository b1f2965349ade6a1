import { describe, expect, it } from "vitest";
import {
  createTemporaryArchive,
  postFile,
  type TemporaryArchive,
} from "@/lib/ingest/temporary-archive";
import { addressKey } from "@/lib/site/address-key";
import { findRedirectedSlug } from "@/lib/store/read-pages";
import { findPostBySlug } from "@/lib/store/read-posts";

const follow = ({ client }: TemporaryArchive, address: string) =>
  findRedirectedSlug(client, addressKey(address));

const aliased = (title: string, alias: string) =>
  postFile(title, { frontMatter: `aliases: ${alias}` });

describe("an old address", () => {
  it("leads to the post: permalink, aliases, and what Jekyll made of the file's name", async () => {
    const archive = await createTemporaryArchive();
    const frontMatter =
      "permalink: /old/one/\naliases: [ '/two.html', 標題 ]\ncategories: [新 闻, B]";
    archive.write("posts/2023-10-28-旧 名.md", postFile("One", { frontMatter }));
    await archive.ingest();
    const addresses = [
      "/old/one",
      "/old/one/index.html",
      "/two",
      "/標題/",
      `/${encodeURIComponent("標題")}`,
      "/新-闻/b/2023/10/28/旧 名.html",
      `/${encodeURIComponent("新-闻")}/b/2023/10/28/${encodeURIComponent("旧 名")}.html`,
    ];
    for (const address of addresses) expect(await follow(archive, address), address).toBe("one");
    expect(await follow(archive, "/old")).toBeUndefined();
  });

  it.each([
    '"\\u0001"',
    '"/\\u0001"',
    '"\\u0007 \\u001b"',
    '" "',
    "/",
    "//",
    "/%2f",
    "/index.html",
  ])("is none that takes every address that is nobody's: %s", async (alias) => {
    const archive = await createTemporaryArchive();
    archive.write("a.md", aliased("A", `[ ${alias} ]`));
    await archive.ingest();
    for (const address of ["/", "/%2f", "/%69ndex", "/%01", "/%20", "/index.html"]) {
      const isMeant = alias.startsWith("/index") && address.endsWith("ndex.html");
      if (alias.startsWith("/index") && address === "/%69ndex") continue;
      expect(await follow(archive, address), address).toBe(isMeant ? "a" : undefined);
    }
  });

  it("is the former slug of a post whose title was edited, once and again", async () => {
    const archive = await createTemporaryArchive();
    for (const title of ["First title", "Second title", "Third title"]) {
      archive.write("a.md", postFile(title));
      await archive.ingest();
    }
    expect(await findPostBySlug(archive.client, "first-title")).toBeUndefined();
    expect(await follow(archive, "/posts/first-title")).toBe("third-title");
    expect(await follow(archive, "/posts/second-title")).toBe("third-title");
  });

  it("leads nowhere while the post is a draft, and when it is gone", async () => {
    const archive = await createTemporaryArchive();
    archive.write("a.md", postFile("A", { frontMatter: "aliases: /x\ndraft: true" }));
    await archive.ingest();
    expect(await follow(archive, "/x")).toBeUndefined();
    archive.write("a.md", aliased("A", "/x"));
    await archive.ingest();
    expect(await follow(archive, "/x")).toBe("a");
    archive.remove("a.md");
    await archive.ingest();
    expect(await follow(archive, "/x")).toBeUndefined();
  });

  it("still leads to a post that was broken for a while", async () => {
    const archive = await createTemporaryArchive();
    archive.write("a.md", aliased("A", "/x"));
    await archive.ingest();
    archive.write("a.md", "---\ntitle: [\n---\n");
    await archive.ingest();
    archive.write("a.md", aliased("A", "/x"));
    await archive.ingest();
    expect(await follow(archive, "/x")).toBe("a");
  });

  it("is the former slug of a post that was broken for a while, and mended under another title", async () => {
    const archive = await createTemporaryArchive();
    archive.write("a.md", postFile("First"));
    await archive.ingest();
    archive.write("a.md", "---\ntitle: [\n---\n");
    await archive.ingest();
    expect(await follow(archive, "/posts/first")).toBeUndefined();
    archive.write("a.md", postFile("Second"));
    await archive.ingest();
    expect(await follow(archive, "/posts/first")).toBe("second");
  });

  it("still leads to a post whose file was away for a while, and is back under another title", async () => {
    const archive = await createTemporaryArchive();
    for (const title of ["First", "Second"]) {
      archive.write("a.md", postFile(title));
      await archive.ingest();
    }
    archive.remove("a.md");
    await archive.ingest();
    expect(await follow(archive, "/posts/first")).toBeUndefined();
    archive.write("a.md", postFile("Third"));
    await archive.ingest();
    expect(await follow(archive, "/posts/first")).toBe("third");
    expect(await follow(archive, "/posts/second")).toBe("third");
  });

  it("goes along with a file that names its id, and is moved and edited at once", async () => {
    const archive = await createTemporaryArchive();
    const named = (title: string, body: string) => postFile(title, { frontMatter: "id: k1", body });
    archive.write("a.md", named("First", "one"));
    await archive.ingest();
    archive.remove("a.md");
    archive.write("sub/b.md", named("Second", "two"));
    const { deleted } = await archive.ingest();
    expect(await follow(archive, "/posts/first")).toBe("second");
    expect(deleted).toBe(1);
    // Without an id nothing says that it is the same post.
    archive.write("c.md", postFile("Third"));
    await archive.ingest();
    archive.remove("c.md");
    archive.write("d.md", postFile("Fourth"));
    await archive.ingest();
    expect(await follow(archive, "/posts/third")).toBeUndefined();
  });

  it("leads to another post once its alias stands there and no longer in the first", async () => {
    const archive = await createTemporaryArchive();
    archive.write("a.md", aliased("Wrong", "/x"));
    archive.write("b.md", postFile("Right"));
    await archive.ingest();
    archive.write("a.md", postFile("Wrong"));
    archive.write("b.md", aliased("Right", "/x"));
    await archive.ingest();
    expect(await follow(archive, "/x")).toBe("right");
  });

  it("leads to the public one of two posts that had it", async () => {
    const archive = await createTemporaryArchive();
    archive.write("a/2023-10-28-same.md", postFile("Draft", { frontMatter: "draft: true" }));
    archive.write("b/2023-10-28-same.md", postFile("Public"));
    await archive.ingest();
    expect(await follow(archive, "/2023/10/28/same.html")).toBe("public");
  });
});
