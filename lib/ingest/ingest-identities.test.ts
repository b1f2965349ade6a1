import { describe, expect, it } from "vitest";
import {
  createTemporaryArchive,
  postFile,
  type TemporaryArchive,
} from "@/lib/ingest/temporary-archive";
import { addressKey } from "@/lib/site/address-key";
import { openContentDatabaseForWriting } from "@/lib/store/content-database";
import { findRedirectedSlug } from "@/lib/store/read-pages";
import { readPosts } from "@/lib/store/read-posts";

const idsOf = async ({ client }: TemporaryArchive) => {
  const posts = await readPosts(client, { offset: 0, limit: 100 });
  return Object.fromEntries(posts.map(({ title, id }) => [title, id]));
};

/** The post `Moved` was at `a.md` and is at `b.md`. */
async function createArchiveWithMovedPost() {
  const archive = await createTemporaryArchive();
  archive.write("a.md", postFile("Moved"));
  await archive.ingest();
  const { Moved: id } = await idsOf(archive);
  archive.move("a.md", "b.md");
  await archive.ingest();
  return { archive, id };
}

const withId = (title: string, id: string) => postFile(title, { frontMatter: `id: ${id}` });

describe("the id of a post", () => {
  it("is that of its front matter, else the same on every machine", async () => {
    const [one, other] = [await createTemporaryArchive(), await createTemporaryArchive()];
    for (const archive of [one, other]) {
      archive.write("own.md", withId("Own", "my-id_1.x"));
      archive.write("none.md", postFile("None"));
      await archive.ingest();
    }
    expect(await idsOf(one)).toEqual({
      Own: "my-id_1.x",
      None: expect.stringMatching(/^[a-z0-9]{12}$/),
    });
    expect(await idsOf(other)).toEqual(await idsOf(one));
  });

  it("stays when the title, the date and the text change", async () => {
    const archive = await createTemporaryArchive();
    archive.write("a.md", postFile("Before"));
    await archive.ingest();
    const { Before: id } = await idsOf(archive);
    archive.write("a.md", postFile("After", { date: "2020-01-01", body: "Other." }));
    await archive.ingest();
    expect(await idsOf(archive)).toEqual({ After: id });
  });

  it("goes along when the file is renamed, and the path's own isn't given twice", async () => {
    const archive = await createTemporaryArchive();
    archive.write("a.md", postFile("First"));
    await archive.ingest();
    const { First: id } = await idsOf(archive);
    archive.move("a.md", "deep/b.md");
    expect(await archive.ingest()).toMatchObject({ files: 1, compiled: 1, deleted: 1 });
    expect(await idsOf(archive)).toEqual({ First: id });
    archive.write("a.md", postFile("Second"));
    await archive.ingest();
    const ids = await idsOf(archive);
    expect(ids.First).toBe(id);
    expect(ids.Second).not.toBe(id);
  });

  it("is the same when the file of a post that was moved is away for a while", async () => {
    const { archive, id } = await createArchiveWithMovedPost();
    archive.remove("b.md");
    await archive.ingest();
    // In the same run as a new file whose path would give that id.
    archive.write("a.md", postFile("New"));
    archive.write("b.md", postFile("Back under another title"));
    await archive.ingest();
    const ids = await idsOf(archive);
    expect(ids["Back under another title"]).toBe(id);
    expect(ids.New).not.toBe(id);
  });

  it("is reserved while its file is away", async () => {
    const { archive, id } = await createArchiveWithMovedPost();
    archive.remove("b.md");
    await archive.ingest();
    archive.write("a.md", postFile("Unrelated"));
    await archive.ingest({ changed: ["a.md"] });
    archive.write("b.md", postFile("Back"));
    await archive.ingest({ changed: ["b.md"] });
    const ids = await idsOf(archive);
    expect(ids.Back).toBe(id);
    expect(ids.Unrelated).not.toBe(id);
  });

  it("is that of its path where another file has been given the id meanwhile", async () => {
    const archive = await createTemporaryArchive();
    archive.write("a.md", postFile("First"));
    await archive.ingest();
    const { First: id = "" } = await idsOf(archive);
    archive.remove("a.md");
    await archive.ingest();
    archive.write("b.md", withId("Second", id));
    await archive.ingest();
    archive.write("a.md", postFile("First"));
    expect((await archive.ingest({ changed: ["a.md"] })).problems).toEqual([]);
    const ids = await idsOf(archive);
    expect(ids.Second).toBe(id);
    expect(ids.First).not.toBe(id);
  });

  it("stays with a post that was moved when other code makes the store anew", async () => {
    const { archive, id } = await createArchiveWithMovedPost();
    await archive.client.execute("UPDATE meta SET value = 'former' WHERE name = 'schema'");
    (await openContentDatabaseForWriting({ url: `file:${archive.folder}/../content.db` })).close();
    archive.write("a.md", postFile("New"));
    await archive.ingest();
    expect((await idsOf(archive)).Moved).toBe(id);
  });

  it("is a new one for a copy", async () => {
    const archive = await createTemporaryArchive();
    archive.write("a.md", postFile("Same"));
    await archive.ingest();
    archive.write("copy.md", postFile("Same"));
    expect(await archive.ingest()).toMatchObject({ compiled: 1, deleted: 0 });
    const posts = await readPosts(archive.client, { offset: 0, limit: 10 });
    expect(new Set(posts.map(({ id }) => id)).size).toBe(2);
  });

  it("goes to the next that wants it when its holder is gone", async () => {
    const archive = await createTemporaryArchive();
    archive.write("a.md", withId("A", "x"));
    archive.write("b.md", withId("B", "x"));
    const { problems } = await archive.ingest();
    expect(problems).toMatchObject([{ path: "b.md", severity: "error" }]);
    expect(problems[0]?.message).toContain("a.md");
    archive.remove("a.md");
    expect((await archive.ingest()).problems).toEqual([]);
    expect(await idsOf(archive)).toEqual({ B: "x" });
  });

  it("moves from one file to another in one run", async () => {
    const archive = await createTemporaryArchive();
    archive.write("a.md", withId("A", "x"));
    archive.write("b.md", withId("B", "y"));
    await archive.ingest();
    archive.write("a.md", withId("A", "z"));
    archive.write("b.md", withId("B", "x"));
    expect((await archive.ingest()).problems).toEqual([]);
    expect(await idsOf(archive)).toEqual({ A: "z", B: "x" });
  });
});

describe("ids of the front matter", () => {
  it("follow their posts when two files swap names", async () => {
    const archive = await createTemporaryArchive();
    archive.write("a.md", withId("A", "id-of-a"));
    archive.write("b.md", withId("B", "id-of-b"));
    await archive.ingest();
    archive.move("a.md", "kept-apart");
    archive.move("b.md", "a.md");
    archive.move("kept-apart", "b.md");
    expect(await archive.ingest()).toMatchObject({ compiled: 2, problems: [] });
    expect(await idsOf(archive)).toEqual({ A: "id-of-a", B: "id-of-b" });
    expect((await archive.ingest()).compiled).toBe(0);
  });

  it.each([
    ["forwards", "a.md", "b.md"],
    ["backwards", "b.md", "a.md"],
  ])(
    "follow a renamed file whose old name a new one takes at once (%s)",
    async (_how, from, to) => {
      const archive = await createTemporaryArchive();
      archive.write(from, withId("Old", "id-of-old"));
      await archive.ingest();
      archive.move(from, to);
      archive.write(from, postFile("New"));
      expect((await archive.ingest()).problems).toEqual([]);
      const ids = await idsOf(archive);
      expect(ids.Old).toBe("id-of-old");
      expect(ids.New).not.toBe("id-of-old");
      expect((await archive.ingest()).compiled).toBe(0);
    },
  );

  it("follow a renamed file whose old name a new one with an id takes at once", async () => {
    const archive = await createTemporaryArchive();
    archive.write("b.md", withId("Old", "id-of-old"));
    await archive.ingest();
    archive.move("b.md", "a.md");
    archive.write("b.md", withId("New", "id-of-new"));
    expect((await archive.ingest()).problems).toEqual([]);
    expect(await idsOf(archive)).toEqual({ Old: "id-of-old", New: "id-of-new" });
  });

  it("are free for another file once they are taken out of their own", async () => {
    const archive = await createTemporaryArchive();
    archive.write("a.md", withId("A", "x"));
    await archive.ingest();
    archive.write("a.md", postFile("A"));
    archive.write("b.md", withId("B", "x"));
    expect((await archive.ingest()).problems).toEqual([]);
    expect((await idsOf(archive)).B).toBe("x");
  });
});

it("that a file names and another post has from its path goes to the file, and the other keeps its addresses", async () => {
  const archive = await createTemporaryArchive();
  for (const title of ["First", "Second"]) {
    archive.write("a.md", postFile(title));
    await archive.ingest();
  }
  const { Second: id = "" } = await idsOf(archive);
  archive.write("b.md", withId("Thief", id));
  expect((await archive.ingest()).problems).toEqual([]);
  const ids = await idsOf(archive);
  expect(ids.Thief).toBe(id);
  expect(ids.Second).not.toBe(id);
  expect(await findRedirectedSlug(archive.client, addressKey("/posts/first"))).toBe("second");
  expect((await archive.ingest()).compiled).toBe(0);
});

it("a chain of renames takes every id along, also onto the path of a file that was there", async () => {
  const archive = await createTemporaryArchive();
  archive.write("a.md", postFile("Alpha"));
  archive.write("b.md", postFile("Beta"));
  await archive.ingest();
  const before = await idsOf(archive);
  archive.move("b.md", "d.md");
  archive.move("a.md", "b.md");
  const { deleted, compiled } = await archive.ingest();
  expect({ deleted, compiled }).toEqual({ deleted: 1, compiled: 2 });
  expect(await idsOf(archive)).toEqual(before);
});
