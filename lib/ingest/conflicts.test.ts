import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFolder } from "@/lib/ingest/check-folder";
import {
  createTemporaryArchive,
  postFile,
  type TemporaryArchive,
} from "@/lib/ingest/temporary-archive";
import type { Problem } from "@/lib/problem";

/** UTF-16 and UTF-8 have another order for the last three. */
const names = ["a", "b", "c/d", "e", "ａ", "🎉", "𠮷"];

/** Few of each, so that files ask for what others have; a date that nobody lives to see among them. */
const post = fc
  .record({
    title: fc.constantFrom("own", "Beta"),
    date: fc.constantFrom("2023-01-31", "2023-01-31 00:00 +0100", "2024-02-01", "9000-01-01"),
    lines: fc.uniqueArray(
      fc.constantFrom("id: x", "id: y", "slug: own", "slug: Own", "draft: true", "published: no"),
      { maxLength: 4, selector: (line) => line.split(":")[0] },
    ),
  })
  .map(({ title, date, lines }) => postFile(title, { date, frontMatter: lines.join("\n") }));

const page = fc
  .constantFrom("slug: own", "permalink: /own.html", "slug: own\ndraft: true", "slug: other")
  .map((lines) => `---\nlayout: page\ntitle: T\n${lines}\n---\nText.\n`);

const author = fc
  .constantFrom("own", "Ann")
  .map((name) => `---\nlayout: author\nname: ${name}\n---\nWrites.\n`);

const document = fc.oneof(
  { weight: 4, arbitrary: post },
  page,
  author,
  fc.constantFrom("", "---\ntitle: [\n---\n", "---\ntitle: T\nslug: own\n---\n"),
);

const folder = fc.uniqueArray(fc.record({ name: fc.constantFrom(...names), text: document }), {
  minLength: 2,
  maxLength: names.length,
  selector: ({ name }) => name,
});

const now = Date.parse("2025-01-01T00:00:00Z");

const check = async ({ folder: contentDirectory, publicFolder }: TemporaryArchive) =>
  (
    await checkFolder({
      contentDirectory,
      publicDirectory: publicFolder,
      now,
    })
  ).problems;

const conflictsAmong = (problems: readonly Problem[]) =>
  problems.filter(({ message }) => /is already that of/.test(message));

describe("what two files both ask for", () => {
  it("is the same one's for the check and for the store, in the same words at the same place", async () => {
    let conflicts = 0;
    await fc.assert(
      fc.asyncProperty(folder, async (files) => {
        const archive = await createTemporaryArchive();
        for (const { name, text } of files) archive.write(`${name}.md`, text);
        const { problems } = await archive.ingest({ now });
        const found = conflictsAmong(problems);
        expect(conflictsAmong(await check(archive))).toEqual(found);
        conflicts += found.length;
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 60) },
    );
    expect(conflicts).toBeGreaterThan(20);
  }, 120_000);

  it.each<[string, Record<string, string>, holder: string]>([
    [
      "a post that is public, before an older draft",
      {
        "a.md": postFile("A", { date: "2020-01-01", frontMatter: "slug: own\ndraft: true" }),
        "b.md": postFile("B", { date: "2024-01-01", frontMatter: "slug: own" }),
      },
      "b.md",
    ],
    [
      "the older one, though its path comes later",
      {
        "a.md": postFile("A", { date: "2024-01-01", frontMatter: "slug: own" }),
        "b.md": postFile("B", { date: "2020-01-01", frontMatter: "slug: own" }),
      },
      "b.md",
    ],
    [
      "the page whose path comes first in the order of the store",
      {
        "pages/🎉.md": "---\ntitle: A\nslug: own\n---\n",
        "pages/ａ.md": "---\ntitle: B\nslug: own\n---\n",
      },
      "pages/ａ.md",
    ],
  ])("goes to %s", async (_which, files, holder) => {
    const archive = await createTemporaryArchive();
    for (const [path, text] of Object.entries(files)) archive.write(path, text);
    const expected = [{ message: expect.stringContaining(`is already that of ${holder}`) }];
    expect(conflictsAmong((await archive.ingest({ now })).problems)).toMatchObject(expected);
    expect(conflictsAmong(await check(archive))).toMatchObject(expected);
  });

  it("isn't asked for by the draft of a page, which stands nowhere", async () => {
    const archive = await createTemporaryArchive();
    archive.write("pages/a.md", "---\ntitle: A\nslug: own\ndraft: true\n---\n");
    archive.write("pages/b.md", "---\ntitle: B\nslug: own\n---\n");
    expect((await archive.ingest({ now })).problems).toEqual([]);
    expect(conflictsAmong(await check(archive))).toEqual([]);
  });
});
