import { chmodSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  createTemporaryArchive,
  postFile,
  type TemporaryArchive,
} from "@/lib/ingest/temporary-archive";
import { findChangesSince, findContentState } from "@/lib/store/change-log";
import { findPostBySlug } from "@/lib/store/read-posts";

/** Milliseconds. */
const start = Date.parse("2024-05-01T10:00:00Z");
const later = start + 3_600_000;

async function createLiveArchive(text = postFile("Ferry", { frontMatter: "id: f" })) {
  const archive = await createTemporaryArchive();
  archive.write("ferry.md", text);
  archive.write("other.md", postFile("Other"));
  await archive.ingest({ now: start });
  expect(await isShown(archive)).toBe(true);
  return archive;
}

const isShown = async ({ client }: TemporaryArchive, slug = "ferry") =>
  (await findPostBySlug(client, slug)) !== undefined;

const mistakes: Record<string, string | Uint8Array> = {
  "a key misspelt": "---\ntitel: Ferry\ndate: 2023-10-28\n---\nNew.\n",
  "no title": "---\ndate: 2023-10-28\n---\nNew.\n",
  "an empty title": "---\ntitle:\ndate: 2023-10-28\n---\nNew.\n",
  "a date that is none": "---\ntitle: Ferry\ndate: 2023-02-30\n---\nNew.\n",
  "YAML that is none": "---\ntitle: Ferry: again\ndate: 2023-10-28\n---\nNew.\n",
  "no front matter": "New.\n",
  "a front matter without an end": "---\ntitle: Ferry\ndate: 2023-10-28\n\nNew. draft: true\n",
  "bytes that are no text": Buffer.from([0xff, 0x00, 0x80, 0xfe]),
  "a picture": Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
  nothing: "",
  "blanks alone": "\n \n",
  "too much": postFile("Ferry", { body: "x".repeat(3 * 1024 * 1024) }),
  "a wrong id": postFile("Ferry", { frontMatter: "id: a b" }),
  "another kind": "---\nlayout: author\ndate: 2023-10-28\n---\nNew.\n",
};

describe("a mistake in a post that readers see", () => {
  it.each(Object.keys(mistakes))("leaves it as it was: %s", async (name) => {
    const archive = await createLiveArchive();
    const before = await findPostBySlug(archive.client, "ferry");
    const state = await findContentState(archive.client);
    archive.write("ferry.md", mistakes[name] ?? "");
    const summary = await archive.ingest({ now: later });
    expect(await findPostBySlug(archive.client, "ferry")).toEqual(before);
    expect(summary.outdated).toEqual([{ path: "ferry.md", shownSince: start }]);
    const problem = summary.problems.find(({ path, severity }) => {
      return path === "ferry.md" && severity === "error";
    });
    expect(problem?.remedy).toMatch(
      /; until then readers see the version of 2024-05-01 10:00 UTC$/,
    );
    expect((await findChangesSince(archive.client, state))?.touched).toEqual([]);

    // It is said again as long as it is so, without work.
    const again = await archive.ingest({ now: later + 1000 });
    expect(again).toEqual({ ...summary, compiled: 0, unchanged: 2 });
  });

  it("may be another one, and is over when it is mended", async () => {
    const archive = await createLiveArchive();
    for (const name of Object.keys(mistakes)) {
      archive.write("ferry.md", mistakes[name] ?? "");
      const { outdated } = await archive.ingest({ now: later });
      expect(outdated, name).toEqual([{ path: "ferry.md", shownSince: start }]);
    }
    archive.write("ferry.md", postFile("Ferry", { frontMatter: "id: f", body: "Mended." }));
    expect(await archive.ingest({ now: later })).toMatchObject({ outdated: [], problems: [] });
    expect((await findPostBySlug(archive.client, "ferry"))?.html).toContain("Mended.");
  });

  it("leaves it also where the code that compiles is another", async () => {
    const archive = await createLiveArchive();
    archive.write("ferry.md", "");
    await archive.ingest({ now: later });
    const { outdated } = await archive.ingest({ now: later, pipeline: "two" });
    expect(outdated).toEqual([{ path: "ferry.md", shownSince: start }]);
    expect(await isShown(archive)).toBe(true);
  });

  it("may come together with another name", async () => {
    const archive = await createLiveArchive(postFile("Ferry"));
    archive.remove("ferry.md");
    archive.write("new/harbour.md", "---\ntitel: Ferry\ndate: 2023-10-28\n---\nText of Ferry.\n");
    const { outdated } = await archive.ingest({ now: later });
    expect(outdated).toEqual([{ path: "new/harbour.md", shownSince: start }]);
    expect(await isShown(archive)).toBe(true);
  });

  it("may come together with another name and other words, where it names its id", async () => {
    const archive = await createLiveArchive();
    archive.remove("ferry.md");
    archive.write("harbour.md", "---\ntitle: A: b\nid: f # the ferry\n---\nOther words.\n");
    expect((await archive.ingest({ now: later })).outdated).toHaveLength(1);
    expect(await isShown(archive)).toBe(true);
  });

  it("follows its file to another name", async () => {
    const archive = await createLiveArchive();
    archive.write("ferry.md", "broken");
    await archive.ingest({ now: later });
    archive.move("ferry.md", "harbour.md");
    const { outdated } = await archive.ingest({ now: later });
    expect(outdated).toEqual([{ path: "harbour.md", shownSince: start }]);
    expect(await isShown(archive)).toBe(true);
  });

  it("doesn't give its id to another file that asks for it", async () => {
    const archive = await createLiveArchive();
    const before = await findPostBySlug(archive.client, "ferry");
    archive.write("ferry.md", "broken");
    archive.write("copy.md", postFile("Copy", { frontMatter: "id: f" }));
    const { problems } = await archive.ingest({ now: later });
    expect(await findPostBySlug(archive.client, "ferry")).toEqual(before);
    expect(problems.map(({ message }) => message)).toContain(
      "the id `f` is already that of ferry.md",
    );
  });

  it("leaves its slug where it is", async () => {
    const archive = await createLiveArchive();
    archive.write("ferry.md", "broken");
    archive.write("copy.md", postFile("Ferry", { date: "2024-01-01" }));
    await archive.ingest({ now: later });
    expect((await findPostBySlug(archive.client, "ferry"))?.id).toBe("f");
  });
});

describe("a file that readers see nothing of", () => {
  it.each([
    ["that was never right", undefined],
    ["that was a draft", postFile("Ferry", { frontMatter: "draft: true" })],
    ["that is still to come", postFile("Ferry", { date: "2030-01-01" })],
  ])("stays out with its mistake: one %s", async (_what, text) => {
    const archive = await createTemporaryArchive();
    if (text !== undefined) archive.write("ferry.md", text);
    await archive.ingest({ now: start });
    archive.write("ferry.md", "---\ntitle: [\n---\n");
    const { outdated, problems } = await archive.ingest({ now: later });
    expect(outdated).toEqual([]);
    expect(problems[0]?.remedy).not.toContain("until then");
    // Not at its time either.
    await archive.ingest({ now: Date.parse("2031-01-01") });
    expect(await isShown(archive)).toBe(false);
  });

  it("is left out of a store that is new", async () => {
    const archive = await createTemporaryArchive();
    archive.write("ferry.md", "broken");
    expect(await archive.ingest()).toMatchObject({ outdated: [] });
  });
});

const withdrawals: Record<string, string | undefined> = {
  "its file deleted": undefined,
  "a draft": postFile("Ferry", { frontMatter: "draft: true" }),
  "not published": postFile("Ferry", { frontMatter: "published: false" }),
  "still to come": postFile("Ferry", { date: "2030-01-01" }),
  "a draft with a mistake": "---\ntitel: Ferry\ndate: 2023-10-28\ndraft: true\n---\n",
  "a draft without readable YAML": '---\ntitle: a: b\n"draft": yes # at once\n---\n',
  "not published, and no text": Buffer.from(
    "---\ntitle: \xe9\npublished: off\n---\n",
    "latin1",
  ).toString("latin1"),
  "still to come, with a mistake": "---\ntitel: Ferry\ndate: 2030-01-01\n---\n",
  "another kind of document": "---\nlayout: author\nname: Ferry\n---\n",
};

describe("a post that its editor takes back", () => {
  it.each(Object.keys(withdrawals))("goes at once: %s", async (name) => {
    for (const isBrokenBefore of [false, true]) {
      const archive = await createLiveArchive();
      if (isBrokenBefore) {
        archive.write("ferry.md", "broken");
        await archive.ingest({ now: later });
      }
      const text = withdrawals[name];
      if (text === undefined) archive.remove("ferry.md");
      else archive.write("ferry.md", Buffer.from(text, name.endsWith("text") ? "latin1" : "utf8"));
      expect((await archive.ingest({ now: later })).outdated).toEqual([]);
      expect(await isShown(archive)).toBe(false);
    }
  });

  it("goes by a link to nothing as little as by any mistake, but by none at all", async () => {
    const archive = await createLiveArchive();
    archive.remove("ferry.md");
    symlinkSync("nowhere.md", path.join(archive.folder, "ferry.md"));
    expect((await archive.ingest({ now: later })).outdated).toHaveLength(1);
    expect(await isShown(archive)).toBe(true);
    rmSync(path.join(archive.folder, "ferry.md"));
    await archive.ingest({ now: later });
    expect(await isShown(archive)).toBe(false);
  });
});

it("keeps pages and authors as well", async () => {
  const archive = await createTemporaryArchive();
  archive.write("pages/about.md", "---\ntitle: About\n---\nUs.\n");
  archive.write("authors/ann.md", "---\nname: Ann\n---\nWrites.\n");
  await archive.ingest({ now: start });
  const count = async () =>
    (
      await archive.client.execute(
        "SELECT (SELECT count(*) FROM pages) + (SELECT count(*) FROM authors) AS n",
      )
    ).rows[0]?.n;
  archive.write("pages/about.md", "---\nsummary: Us\n---\nUs.\n");
  archive.write("authors/ann.md", "---\nnam: Ann\n---\nWrites.\n");
  const { outdated } = await archive.ingest({ now: later });
  expect(outdated.map(({ path }) => path)).toEqual(["authors/ann.md", "pages/about.md"]);
  expect(await count()).toBe(2);
  archive.write("pages/about.md", "---\ntitle: About\ndraft: true\n---\nUs.\n");
  archive.remove("authors/ann.md");
  await archive.ingest({ now: later });
  expect(await count()).toBe(0);
});

/** Whoever may read everything can't be kept from it. */
describe.skipIf(process.getuid?.() === 0)("what may not be read", () => {
  it.each(["folder", "folder/ferry.md"])("stays with readers: %s", async (closed) => {
    const archive = await createTemporaryArchive();
    archive.write("folder/ferry.md", postFile("Ferry"));
    archive.write("other.md", postFile("Other"));
    await archive.ingest({ now: start });
    chmodSync(path.join(archive.folder, closed), 0);
    const { outdated, deleted } = await archive.ingest({ now: later });
    chmodSync(path.join(archive.folder, closed), 0o755);
    expect(outdated.map(({ path }) => path)).toEqual([closed]);
    expect(deleted).toBe(0);
    expect(await isShown(archive)).toBe(true);
    expect(await archive.ingest({ now: later })).toMatchObject({ outdated: [], problems: [] });
  });
});

it("keeps what is in the place of a file that a folder has taken, until that is gone", async () => {
  const archive = await createLiveArchive();
  archive.remove("ferry.md");
  mkdirSync(path.join(archive.folder, "ferry.md"));
  // Nothing is there that could have a mistake: the file is gone.
  await archive.ingest({ now: later });
  expect(await isShown(archive)).toBe(false);
});
