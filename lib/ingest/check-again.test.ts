import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkFolder } from "@/lib/ingest/check-folder";
import { sourceAccess } from "@/lib/ingest/source-file";
import {
  createTemporaryArchive,
  postFile,
  type TemporaryArchive,
} from "@/lib/ingest/temporary-archive";

/** Files of every kind that a check has something to say of, or must not. */
function writeKinds({ write }: TemporaryArchive, count: number): void {
  const kinds: ((n: number) => string | Uint8Array)[] = [
    (n) => postFile(`Post ${n}`, { body: `[next](/posts/post-${n + 2}) and [gone](/posts/none)` }),
    (n) => postFile(`Post ${n}`, { date: n % 2 === 0 ? "soon" : "2031-05-01" }),
    (n) => postFile(`Post ${n}`, { frontMatter: `id: same-${n % 20}\naliases: [/old/${n % 30}]` }),
    () => postFile("Twin", { body: "The same text to the letter. ".repeat(9) }),
    (n) => postFile(`Post ${n}`, { frontMatter: `tags: [${n % 2 === 0 ? "Ferry" : "ferry"}]` }),
    (n) =>
      postFile(`Post ${n}`, { body: `![](/pictures/${n}.jpg) [down](#no-heading)\n\n# Heading` }),
    () => Buffer.from([45, 45, 45, 10, 116, 0xff, 0xfe, 10]),
    (n) => `---\ntitel: ${n}\ndraft: true\n---\n`,
    (n) => postFile(`Post ${n}`, { frontMatter: "slug: contested" }),
  ];
  for (let n = 0; n < count; n += 1) {
    const kind = kinds[n % kinds.length];
    if (kind) write(`${n % 7}/${n}.md`, kind(n));
  }
}

const least = { notes: 10 };

/** A day on: what was written a moment ago counts as rested. */
const later = () => Date.now() + 24 * 60 * 60 * 1000;

const check = (
  { folder, publicFolder }: TemporaryArchive,
  given: Partial<Parameters<typeof checkFolder>[0]>,
) =>
  checkFolder({
    contentDirectory: folder,
    publicDirectory: publicFolder,
    now: later(),
    ...given,
  });

describe("a folder that is checked", () => {
  it("tells the same in threads and in one", async () => {
    const archive = await createTemporaryArchive();
    writeKinds(archive, 450);
    const inThreads = await check(archive, { least: { threads: 300 } });
    // Files that are read in another way than always are read in one thread.
    const inOne = await check(archive, { access: { ...sourceAccess } });
    expect(inThreads).toEqual(inOne);
    expect(inOne.problems.length).toBeGreaterThan(200);
  }, 60_000);

  it("tells the same by its notes as without them, whatever has changed", async () => {
    const archive = await createTemporaryArchive();
    writeKinds(archive, 90);
    let read: string[] = [];
    const access = {
      ...sourceAccess,
      readFile: (absolute: string) => {
        read.push(path.basename(absolute));
        return sourceAccess.readFile(absolute);
      },
    };
    const notes = { file: path.join(archive.folder, "../checked/notes"), code: "one" };
    const checkAgain = async (given: { code?: string } = {}) => {
      const afresh = await check(archive, {});
      read = [];
      const again = await check(archive, { access, least, notes: { ...notes, ...given } });
      expect(again).toEqual(afresh);
      return read.sort();
    };
    expect(await checkAgain()).toHaveLength(90);
    expect(await checkAgain()).toEqual([]);

    archive.write("0/0.md", postFile("Post 2", { body: "[other](/posts/none-either)" }));
    archive.remove("1/1.md");
    archive.move("2/2.md", "2/moved.md");
    archive.write("new.md", postFile("New", { frontMatter: "id: same-2" }));
    expect(await checkAgain()).toEqual(["0.md", "moved.md", "new.md"]);
    expect(await checkAgain()).toEqual([]);

    // The same size and the same time, as some tools leave it; the system notes the change all the same.
    const file = path.join(archive.folder, "3/3.md");
    const text = readFileSync(file, "utf8");
    const time = new Date("2024-01-01");
    writeFileSync(file, text.replace("The same", "Not same"));
    utimesSync(file, time, time);
    expect(await checkAgain()).toEqual(["3.md"]);

    // The zone decides which posts are scheduled, and what a date means.
    archive.write("site.yaml", "timeZone: Asia/Singapore\n");
    expect(await checkAgain()).toHaveLength(90);
    expect(await checkAgain({ code: "two" })).toHaveLength(90);
    expect(await checkAgain({ code: "two" })).toEqual([]);

    // What was cut off or overwritten counts as not there.
    for (const damage of [
      (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
      () => Buffer.alloc(0),
      (bytes: Buffer) => bytes.fill(7, 1_000, 1_100),
    ]) {
      writeFileSync(notes.file, damage(readFileSync(notes.file)));
      expect(await checkAgain({ code: "two" })).toHaveLength(90);
    }
    expect(readdirSync(path.dirname(notes.file))).toEqual(["notes"]);
  }, 60_000);

  it("is checked where no notes can be written, and needs none where it is small", async () => {
    const archive = await createTemporaryArchive();
    writeKinds(archive, 20);
    const afresh = await check(archive, {});
    const nowhere = { file: "/dev/null/notes", code: "one" };
    expect(await check(archive, { least, notes: nowhere })).toEqual(afresh);
    const small = await createTemporaryArchive();
    small.write("a.md", postFile("A"));
    await check(small, { notes: { file: path.join(small.folder, "../notes"), code: "one" } });
    expect(readdirSync(path.join(small.folder, "..")).sort()).toEqual(["content", "content.db"]);
  }, 60_000);
});
