import { describe, expect, it } from "vitest";
import {
  createTemporaryArchive,
  postFile,
  type TemporaryArchive,
} from "@/lib/ingest/temporary-archive";
import { findChangesSince, findContentState } from "@/lib/store/change-log";
import { countOutdated } from "@/lib/store/kept-versions";
import { readPosts } from "@/lib/store/read-posts";
import { readStoredSettings } from "@/lib/store/site-settings";

const dayOfPost = async ({ client }: TemporaryArchive) =>
  (await readPosts(client, { offset: 0, limit: 1 }))[0]?.date;

/** Two posts, and settings that have been brought in. */
async function createNamedArchive(): Promise<TemporaryArchive> {
  const archive = await createTemporaryArchive();
  archive.write("a.md", postFile("Alpha", { date: "2023-10-28" }));
  archive.write("b.md", postFile("Beta", { date: "2023-10-27" }));
  archive.write("site.yaml", "name: One\ntimeZone: Europe/Berlin\n");
  await archive.ingest();
  return archive;
}

/** What a run brings, and which tags it touches. */
async function run(archive: TemporaryArchive, given: Parameters<typeof archive.ingest>[0] = {}) {
  const before = await findContentState(archive.client);
  const { compiled, problems, outdated } = await archive.ingest(given);
  const changes = await findChangesSince(archive.client, before);
  const touched =
    changes?.touched === "everything" ? "everything" : changes?.touched.map(({ tag }) => tag);
  const { given: settings } = await readStoredSettings(archive.client);
  return { compiled, problems, outdated, touched, settings };
}

describe("what a publication says of itself", () => {
  it("is in the store, and decides in which zone dates are read", async () => {
    const archive = await createNamedArchive();
    const { given } = await readStoredSettings(archive.client);
    expect(given).toEqual({ name: "One", timeZone: "Europe/Berlin" });
    expect(await dayOfPost(archive)).toBe("2023-10-27T22:00:00.000Z");
  });

  it.each([
    ["a look at all", undefined],
    ["a look at what was saved", ["site.yaml"]],
  ])(
    "compiles nothing again when its name changes, and is told as one change: %s",
    async (_look, changed) => {
      const archive = await createNamedArchive();
      archive.write("site.yaml", "name: Two\ntimeZone: Europe/Berlin\n");
      expect(await run(archive, { changed })).toMatchObject({
        compiled: 0,
        touched: ["settings"],
        settings: { name: "Two" },
      });
    },
  );

  it.each([
    ["a look at all", undefined],
    ["a look at what was saved", ["site.yaml"]],
  ])("compiles all again when its zone changes: %s", async (_look, changed) => {
    const archive = await createNamedArchive();
    archive.write("site.yaml", "name: One\ntimeZone: Asia/Tokyo\n");
    const { compiled, touched } = await run(archive, { changed });
    expect(compiled).toBe(2);
    expect(touched).toContain("settings");
    expect(touched).toContain("post:alpha");
    expect(await dayOfPost(archive)).toBe("2023-10-27T15:00:00.000Z");
  });

  it("is no other when it is written in another order, with other quotes and remarks", async () => {
    const archive = await createNamedArchive();
    archive.write("site.yaml", "# Ours\ntimeZone: 'Europe/Berlin'\nname: \"One\"\n");
    expect(await run(archive)).toMatchObject({ compiled: 0, touched: [] });
  });

  it("stays as it was while the file has an error, which is said", async () => {
    const archive = await createNamedArchive();
    archive.write("site.yaml", "name: Two\ntimeZone: Nowhere\n");
    for (const changed of [undefined, ["site.yaml"]]) {
      const result = await run(archive, { changed });
      expect(result).toMatchObject({ compiled: 0, touched: [], settings: { name: "One" } });
      expect(result.problems).toMatchObject([{ path: "site.yaml", line: 2, severity: "error" }]);
      expect(result.problems[0]?.remedy).toMatch(/; until then readers see the version of \d{4}-/);
      expect(result.outdated).toMatchObject([{ path: "site.yaml" }]);
    }
    expect(await countOutdated(archive.client)).toBe(1);
    expect(await dayOfPost(archive)).toBe("2023-10-27T22:00:00.000Z");
    archive.write("site.yaml", "name: Two\ntimeZone: Europe/Berlin\n");
    expect(await run(archive)).toMatchObject({ outdated: [], problems: [] });
    expect(await countOutdated(archive.client)).toBe(0);
  });

  it("is nothing more when the file is deleted", async () => {
    const archive = await createNamedArchive();
    archive.remove("site.yaml");
    const { touched, settings, problems } = await run(archive, { changed: ["site.yaml"] });
    expect(touched).toContain("settings");
    expect(settings).toEqual({});
    expect(problems).toEqual([]);
    expect(await dayOfPost(archive)).toBe("2023-10-27T16:00:00.000Z");
  });

  it("is not taken for deleted when the file has another name, or can't be read", async () => {
    const archive = await createNamedArchive();
    archive.move("site.yaml", "site.yml");
    const renamed = await run(archive);
    expect(renamed).toMatchObject({ touched: [], settings: { name: "One" } });
    expect(renamed.problems).toMatchObject([{ path: "site.yml", severity: "error" }]);
    archive.remove("site.yml");
    archive.write("site.yaml/a-folder.txt", "");
    const folder = await run(archive);
    expect(folder).toMatchObject({ touched: [], settings: { name: "One" } });
    expect(folder.problems).toMatchObject([{ path: "site.yaml", severity: "error" }]);
  });

  it("stays when the folder holds nothing any more, as where its disk is away", async () => {
    const archive = await createNamedArchive();
    const posts = Array.from({ length: 20 }, (_, index) => `more/${index}.md`);
    for (const post of posts) archive.write(post, postFile(post));
    await archive.ingest();
    for (const post of ["a.md", "b.md", "site.yaml", ...posts]) archive.remove(post);
    await expect(archive.ingest()).rejects.toThrow("holds no post file");
    expect((await readStoredSettings(archive.client)).given).toMatchObject({ name: "One" });
  });

  it("counts where there is a second file with nearly its name, of which a warning tells", async () => {
    const archive = await createNamedArchive();
    archive.write("site.yml", "name: Two\n");
    const { touched, problems } = await run(archive);
    expect(touched).toEqual([]);
    expect(problems).toMatchObject([{ path: "site.yml", severity: "warning" }]);
  });
});
