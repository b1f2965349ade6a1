import { symlinkSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FolderMemory } from "@/lib/ingest/folder-memory";
import { lookAhead } from "@/lib/ingest/look-ahead";
import {
  createTemporaryArchive,
  postFile,
  type TemporaryArchive,
} from "@/lib/ingest/temporary-archive";
import { dumpStore } from "@/lib/ingest/testing/dump-store";
import { readPosts } from "@/lib/store/read-posts";

/** Few of each, so that files ask for what others have. */
const paths = ["a.md", "b.md", "c/d.md", "c/e.md", "f.md"];
const bodies = [
  "---\nlayout: page\ntitle: About\npermalink: /about\n---\nUs.\n",
  "---\ntitle: [\n---\n",
  "---\nlayout: author\nname: Ann\n---\nWrites.\n",
];

const arbitraryPost = fc
  .record({
    title: fc.constantFrom("Alpha", "Beta"),
    date: fc.constantFrom("2023-01-31", "2023-02-01", "2024-02-01"),
    lines: fc.uniqueArray(
      fc.constantFrom("id: x", "id: y", "slug: own", "tags: [t, u]", "tags: [u]", "draft: true"),
      { maxLength: 3, selector: (line) => line.split(":")[0] },
    ),
  })
  .map(({ title, date, lines }) => postFile(title, { date, frontMatter: lines.join("\n") }));

const arbitraryEdit = fc.oneof(
  { weight: 4, arbitrary: fc.record({ path: fc.constantFrom(...paths), text: arbitraryPost }) },
  fc.record({ path: fc.constantFrom(...paths), text: fc.constantFrom(...bodies) }),
  fc.record({ path: fc.constantFrom(...paths) }),
  fc.record({ path: fc.constantFrom(...paths), to: fc.constantFrom(...paths) }),
);

type Edit = { path: string; text?: string; to?: string };

/** Makes an edit as far as it can be made. @returns the paths that a watcher would tell of */
function apply(
  archive: TemporaryArchive,
  files: Map<string, string>,
  { path, text, to }: Edit,
): string[] {
  if (text !== undefined) {
    files.set(path, text);
    archive.write(path, text);
    return [path];
  }
  const before = files.get(path);
  if (before === undefined || path === to) return [];
  files.delete(path);
  if (to === undefined) {
    archive.remove(path);
    return [path];
  }
  files.set(to, before);
  archive.move(path, to);
  return [path, to];
}

/**
 * As a process that runs beside a site does it: it looks at the folder and the store at some moment, and at the folder once
 * more when it is asked.
 */
async function lookWhile(archive: TemporaryArchive, now: number, edits: (() => void)[]) {
  const context = { contentDirectory: archive.folder, publicDirectory: archive.publicFolder };
  const memory = new FolderMemory(archive.folder);
  const [first, ...others] = edits;
  memory.look(now);
  first?.();
  const before = await lookAhead(archive.client, { context, pipeline: "one", now });
  for (const edit of others) edit();
  const changed = memory.look(now);
  return before && changed && [...before, ...changed];
}

describe("a run that is told what has changed", () => {
  it("leaves the same store as one that looks at everything, where it is told by a process that has looked before", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(arbitraryEdit, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        async (rounds) => {
          const [told, untold] = [await createTemporaryArchive(), await createTemporaryArchive()];
          const [toldFiles, untoldFiles] = [new Map<string, string>(), new Map<string, string>()];
          const now = Date.now();
          for (const edits of rounds) {
            const changed = await lookWhile(
              told,
              now,
              edits.map((edit) => () => apply(told, toldFiles, edit)),
            );
            for (const edit of edits) apply(untold, untoldFiles, edit);
            expect(changed).toBeDefined();
            const { problems, files } = await told.ingest({ now, changed });
            expect(await untold.ingest({ now })).toMatchObject({ problems, files });
            expect(await dumpStore(told.client)).toBe(await dumpStore(untold.client));
          }
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);

  it("leaves the same store as one that looks at everything", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(arbitraryEdit, { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
        async (rounds) => {
          const [told, untold] = [await createTemporaryArchive(), await createTemporaryArchive()];
          const [toldFiles, untoldFiles] = [new Map<string, string>(), new Map<string, string>()];
          const now = Date.now();
          for (const edits of rounds) {
            const changed = edits.flatMap((edit) => apply(told, toldFiles, edit));
            for (const edit of edits) apply(untold, untoldFiles, edit);
            const { problems, files } = await told.ingest({ now, changed });
            expect(await untold.ingest({ now })).toMatchObject({ problems, files });
            expect(await dumpStore(told.client)).toBe(await dumpStore(untold.client));
          }
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);

  it("looks at nothing else", async () => {
    const archive = await createTemporaryArchive();
    archive.write("a.md", postFile("Alpha"));
    archive.write("b.md", postFile("Beta"));
    await archive.ingest();
    archive.write("a.md", postFile("Alpha", { body: "Other." }));
    archive.write("b.md", postFile("Beta", { body: "Other." }));
    expect(await archive.ingest({ changed: ["a.md"] })).toMatchObject({
      files: 2,
      compiled: 1,
      unchanged: 1,
    });
    expect(await archive.ingest()).toMatchObject({ files: 2, compiled: 1, unchanged: 1 });
  });

  it.each([
    ["only where it went", "sub/b.md"],
    ["only where it was", "a.md"],
  ])("sees a file that was moved as moved, whether it is told %s", async (_what, path) => {
    const archive = await createTemporaryArchive();
    archive.write("a.md", postFile("Alpha"));
    await archive.ingest();
    const before = (await readPosts(archive.client, { offset: 0, limit: 10 })).map(({ id }) => id);
    archive.move("a.md", "sub/b.md");
    await archive.ingest({ changed: [path] });
    const after = (await readPosts(archive.client, { offset: 0, limit: 10 })).map(({ id }) => id);
    expect(after).toEqual(before);
  });

  it.each([
    ["of a folder", "folder"],
    ["behind a link to a folder", "link/b.md"],
    ["whose name is no text", "\ufffd.md"],
  ])("looks at everything where a path is one %s", async (_what, changed) => {
    const archive = await createTemporaryArchive();
    archive.write("folder/b.md", postFile("Beta"));
    symlinkSync(path.join(archive.folder, "folder"), path.join(archive.folder, "link"));
    archive.write("a.md", postFile("Alpha"));
    expect(await archive.ingest({ changed: [changed] })).toMatchObject({
      files: 2,
      compiled: 2,
      hasLinkedFolders: true,
    });
  });

  it("passes over what is no post file, as always", async () => {
    const archive = await createTemporaryArchive();
    for (const file of [".hidden.md", "_drafts/a.md", "a.txt", "4913", "a.md~"]) {
      archive.write(file, postFile("Alpha"));
    }
    const changed = [".hidden.md", "_drafts/a.md", "a.txt", "4913", "a.md~", "gone/b.md"];
    expect(await archive.ingest({ changed })).toMatchObject({ files: 0, compiled: 0 });
  });
});
