import { utimesSync } from "node:fs";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { checkFolder } from "@/lib/ingest/check-folder";
import { CompileThread } from "@/lib/ingest/compile-thread";
import { openSource, sourceAccess } from "@/lib/ingest/source-file";
import { createTemporaryArchive, postFile } from "@/lib/ingest/temporary-archive";
import { countReads } from "@/lib/ingest/testing/count-reads";

const once = { read: 1, parsed: 1 };

async function createCountedArchive(files: Record<string, string>) {
  const archive = await createTemporaryArchive();
  for (const [file, text] of Object.entries(files)) archive.write(file, text);
  const { access, take } = countReads(archive.folder);
  return {
    ...archive,
    access,
    /** Brings the content in, and says what was read for it. */
    count: async (given: { changed?: string[]; pipeline?: string; now?: number } = {}) => {
      await archive.ingest({ ...given, access });
      return take();
    },
    take,
  };
}

/** Each asks for what another has. */
const contested = {
  "a.md": postFile("Alpha", { frontMatter: "id: x\nslug: own" }),
  "b.md": postFile("Beta", { frontMatter: "id: x" }),
  "c.md": postFile("Gamma", { frontMatter: "slug: own" }),
  "pages/d.md": "---\ntitle: D\nslug: same\n---\n",
  "pages/e.md": "---\ntitle: E\nslug: same\n---\n",
};

const eachOnce = (files: Record<string, string>) =>
  Object.fromEntries(Object.keys(files).map((file) => [file, once]));

/** When stamps of files are trusted that were written a moment ago. Milliseconds. */
const later = () => Date.now() + 60_000;

describe("a file is read and parsed once", () => {
  it("when a folder comes in for the first time, also where files ask for the same", async () => {
    const { count } = await createCountedArchive(contested);
    expect(await count()).toEqual(eachOnce(contested));
  });

  it("when all is compiled again", async () => {
    const { count } = await createCountedArchive(contested);
    await count();
    expect(await count({ pipeline: "another" })).toEqual(eachOnce(contested));
  });

  it("when the folder is checked", async () => {
    const { folder, publicFolder, access, take } = await createCountedArchive(contested);
    await checkFolder({
      contentDirectory: folder,
      publicDirectory: publicFolder,
      now: Date.now(),
      access,
    });
    expect(take()).toEqual(eachOnce(contested));
  });

  it.each(["told", "not told"])(
    "when it was saved and the run is %s of it, and no other file is",
    async (told) => {
      const files = { "a.md": postFile("Alpha"), "b.md": postFile("Beta") };
      const { count, write } = await createCountedArchive(files);
      await count({ now: later() });
      write("a.md", postFile("Alpha", { body: "Other.", frontMatter: "id: mine" }));
      const given = told === "told" ? { changed: ["a.md"] } : {};
      expect(await count({ now: later(), ...given })).toEqual({ "a.md": once });
    },
  );

  it("when a new one is saved", async () => {
    const { count, write } = await createCountedArchive({ "a.md": postFile("Alpha") });
    await count({ now: later() });
    write("b.md", postFile("Beta"));
    expect(await count({ now: later(), changed: ["b.md"] })).toEqual({ "b.md": once });
  });

  it("when one is saved that asks for the id and the slug of others, and these with it", async () => {
    const { count, write } = await createCountedArchive({
      "z.md": postFile("Zeta", { frontMatter: "id: x\nslug: own" }),
      "y.md": postFile("Ypsilon"),
    });
    await count({ now: later() });
    write("a.md", postFile("Alpha", { frontMatter: "id: x\nslug: own" }));
    expect(await count({ now: later(), changed: ["a.md"] })).toEqual({
      "a.md": once,
      "z.md": once,
    });
  });

  it("when it was moved, whether it names its id or not, and edited on the way", async () => {
    const { count, move, write, remove } = await createCountedArchive({
      "a.md": postFile("Alpha"),
      "b.md": postFile("Beta", { frontMatter: "id: x" }),
    });
    await count({ now: later() });
    move("a.md", "sub/a.md");
    remove("b.md");
    write("sub/b.md", postFile("Beta", { frontMatter: "id: x", body: "Other." }));
    expect(await count({ now: later() })).toEqual({ "sub/a.md": once, "sub/b.md": once });
  });

  it("when many come in, some of which are looked at first for what they have in common", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`${index}.md`, postFile(`Post ${index}`)]),
    );
    const { count } = await createCountedArchive(files);
    // The others are read in threads, where nobody counts.
    const counts = Object.values(await count());
    expect(counts.length).toBeGreaterThan(50);
    expect(counts.length).toBeLessThan(100);
    expect(new Set(counts.map(({ read, parsed }) => `${read} ${parsed}`))).toEqual(
      new Set(["1 1"]),
    );
  }, 60_000);
});

it("a file that was only touched is read once, and not parsed", async () => {
  const { count, folder } = await createCountedArchive({ "a.md": postFile("Alpha") });
  await count({ now: later() });
  utimesSync(path.join(folder, "a.md"), 1000, 1000);
  expect(await count({ now: later() })).toEqual({ "a.md": { read: 1, parsed: 0 } });
  expect(await count({ now: later() })).toEqual({});
});

it("a thread compiles what was read before, and reads it no more", async () => {
  const archive = await createTemporaryArchive();
  archive.write("a.md", postFile("Alpha", { body: "Text." }));
  archive.write("b.md", postFile("Beta"));
  const { folder, publicFolder, settings } = archive;
  const thread = new CompileThread({
    contentDirectory: folder,
    publicDirectory: publicFolder,
    settings,
  });
  onTestFinished(() => thread.stop());
  const source = openSource(folder, "a.md", sourceAccess);
  archive.remove("a.md");
  const compiled = await thread.compile([{ path: "a.md", source }, { path: "b.md" }]);
  expect(compiled).toMatchObject([
    { hash: source.hash, findings: [], document: { type: "Post", record: { title: "Alpha" } } },
    { findings: [], document: { type: "Post", record: { title: "Beta" } } },
  ]);
}, 60_000);
