import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { checkFolder } from "@/lib/ingest/check-folder";
import {
  createTemporaryArchive,
  postFile,
  type TemporaryArchive,
} from "@/lib/ingest/temporary-archive";
import { findPostBySlug } from "@/lib/store/read-posts";

/** What can stand in the place of a file, and what is said of it. Whoever reads it may wait for ever. */
const kinds: Record<string, { make: (absolute: string) => void | Promise<void>; said: RegExp }> = {
  "a pipe": { make: (at) => void execFileSync("mkfifo", [at]), said: /pipe/ },
  "a socket": { make: listenAt, said: /socket/ },
  "a link to a device": { make: (at) => symlinkSync("/dev/zero", at), said: /device/ },
  "a link to a pipe": {
    make: (at) => {
      execFileSync("mkfifo", [`${at}.pipe`]);
      symlinkSync(`${at}.pipe`, at);
    },
    said: /pipe/,
  },
  "a link to itself": { make: (at) => symlinkSync(path.basename(at), at), said: /link to itself/ },
  "a link to nothing": { make: (at) => symlinkSync("nowhere", at), said: /link to nothing/ },
};

async function listenAt(absolute: string): Promise<void> {
  const server = createServer();
  // A socket's path has at most 108 bytes.
  const folder = process.cwd();
  process.chdir(path.dirname(absolute));
  await new Promise<void>((resolve) => server.listen(path.basename(absolute), resolve));
  process.chdir(folder);
  onTestFinished(() => void server.close());
}

async function createArchive(): Promise<TemporaryArchive> {
  const archive = await createTemporaryArchive();
  mkdirSync(path.join(archive.publicFolder, "pictures"), { recursive: true });
  archive.write("good.md", postFile("Good"));
  return archive;
}

const check = ({ folder, publicFolder }: TemporaryArchive) =>
  checkFolder({ contentDirectory: folder, publicDirectory: publicFolder, now: Date.now() });

describe.each(Object.entries(kinds))("%s", (_name, { make, said }) => {
  it("in the place of a post is named, and leaves the post that was there", async () => {
    const archive = await createArchive();
    archive.write("ferry.md", postFile("Ferry"));
    await archive.ingest();
    archive.remove("ferry.md");
    await make(path.join(archive.folder, "ferry.md"));
    const { problems, outdated } = await archive.ingest();
    expect(problems).toMatchObject([
      { path: "ferry.md", severity: "error", message: expect.stringMatching(said) },
    ]);
    expect(outdated).toMatchObject([{ path: "ferry.md" }]);
    expect(await findPostBySlug(archive.client, "ferry")).toBeDefined();
    const named = (await check(archive)).problems.filter(({ path }) => path === "ferry.md");
    expect(named).toMatchObject([{ severity: "error", message: expect.stringMatching(said) }]);
  });

  it("anywhere else in the folder is named by the check alone", async () => {
    const archive = await createArchive();
    mkdirSync(path.join(archive.folder, "sub"));
    await make(path.join(archive.folder, "sub/thing"));
    await make(path.join(archive.folder, ".hidden"));
    expect((await archive.ingest()).problems).toEqual([]);
    const { problems } = await check(archive);
    expect(problems.find(({ path }) => path === "sub/thing")).toMatchObject({
      severity: "warning",
      message: expect.stringMatching(said),
    });
    expect(problems.filter(({ path }) => path === ".hidden")).toEqual([]);
  });

  it("in the place of settings is named", async () => {
    const archive = await createArchive();
    await make(path.join(archive.folder, "site.yaml"));
    const wanted = [{ path: "site.yaml", severity: "error", message: expect.stringMatching(said) }];
    expect((await archive.ingest()).problems).toMatchObject(wanted);
    const { problems } = await check(archive);
    expect(problems.filter(({ severity }) => severity === "error")).toMatchObject(wanted);
  });

  it("in the place of a picture is named, and keeps no post from its readers", async () => {
    const archive = await createArchive();
    await make(path.join(archive.publicFolder, "pictures/quay.jpg"));
    const frontMatter = "cover: /pictures/quay.jpg";
    archive.write(
      "post.md",
      postFile("Post", { frontMatter, body: "![Quay](/pictures/quay.jpg)" }),
    );
    await archive.ingest();
    expect((await findPostBySlug(archive.client, "post"))?.html).toContain("/pictures/quay.jpg");
    const { problems } = await check(archive);
    expect(problems.find(({ path }) => path === "../public/pictures/quay.jpg")).toMatchObject({
      severity: "warning",
      message: expect.stringMatching(said),
    });
  });
});

it("names where a post asks for a picture that is none", async () => {
  const archive = await createArchive();
  execFileSync("mkfifo", [path.join(archive.publicFolder, "pictures/quay.jpg")]);
  archive.write("post.md", postFile("Post", { body: "One.\n\nSee ![Q](/pictures/quay.jpg)" }));
  expect((await archive.ingest()).problems).toMatchObject([
    {
      path: "post.md",
      line: 7,
      column: 10,
      severity: "warning",
      message: expect.stringMatching(/quay\.jpg` is a pipe/),
    },
  ]);
});

describe("a link", () => {
  it("out of its folder is named, and followed in the folder of posts as always", async () => {
    const archive = await createArchive();
    const away = path.join(archive.folder, "../away");
    mkdirSync(path.join(away, "deep"), { recursive: true });
    writeFileSync(path.join(away, "far.md"), postFile("Far"));
    writeFileSync(path.join(away, "deep/farther.md"), postFile("Farther"));
    symlinkSync(path.join(away, "far.md"), path.join(archive.folder, "far.md"));
    symlinkSync(path.join(away, "deep"), path.join(archive.folder, "deep"));
    symlinkSync(away, path.join(archive.publicFolder, "away"));
    expect(await archive.ingest()).toMatchObject({ files: 3, problems: [] });
    const { problems } = await check(archive);
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      "../public/away: it is a link that leads out of the public folder",
      "deep: it is a link that leads out of the content folder",
      "far.md: it is a link that leads out of the content folder",
    ]);
  });

  it("to a folder that is there already is named, and none is gone round in", async () => {
    const archive = await createArchive();
    archive.write("sub/a.md", postFile("A"));
    symlinkSync("..", path.join(archive.folder, "sub/up"));
    symlinkSync("sub", path.join(archive.folder, "again"));
    symlinkSync("..", path.join(archive.publicFolder, "pictures/up"));
    symlinkSync("pictures", path.join(archive.publicFolder, "images"));
    const { problems } = await check(archive);
    expect(problems.map(({ path }) => path)).toEqual(["../public/pictures/up", "again", "sub/up"]);
    expect(await archive.ingest()).toMatchObject({ files: 2 });
  });

  it("inside of the folder to a file is nothing to speak of", async () => {
    const archive = await createArchive();
    symlinkSync("good.md", path.join(archive.folder, "same.txt"));
    writeFileSync(path.join(archive.publicFolder, "a.txt"), "");
    symlinkSync("a.txt", path.join(archive.publicFolder, "b.txt"));
    expect((await check(archive)).problems).toEqual([]);
  });
});
