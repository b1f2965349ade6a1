import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { listFiles } from "@/lib/ingest/list-files";

const anHour = 3_600_000;

function createFolder(...files: string[]) {
  const folder = mkdtempSync(path.join(tmpdir(), "list-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string) => path.join(folder, name);
  const write = (name: string, text = name) => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  };
  for (const file of files) write(file);
  const list = (now = Date.now()) => listFiles(folder, now);
  return { folder, at, write, list, paths: () => list().map((file) => file.path) };
}

describe("the files of a folder", () => {
  it("are those of Markdown, at any depth, by path", () => {
    const { paths } = createFolder(
      "b.md",
      "a/z.md",
      "a/b/c.markdown",
      "a.MD",
      "x.txt",
      "md",
      "a.md.bak",
    );
    expect(paths()).toEqual(["a.MD", "a/b/c.markdown", "a/z.md", "b.md"]);
  });

  it("don't include what is hidden, held back or installed", () => {
    const { paths } = createFolder(
      ".hidden.md",
      ".git/a.md",
      "_drafts/a.md",
      "x/_drafts/a.md",
      "node_modules/p/README.md",
      "drafts/kept.md",
      "_posts/kept.md",
    );
    expect(paths()).toEqual(["_posts/kept.md", "drafts/kept.md"]);
  });

  it.each([
    "a\\b.md",
    'say "so".md',
    "it's.md",
    "two\nlines.md",
    " .md",
    "%2e.md",
    `${"长".repeat(66)}.md`,
  ])("may have any name: %j", (name) => {
    const { paths } = createFolder(name);
    expect(paths()).toEqual([name]);
  });

  it("have their sizes", () => {
    const { list, write } = createFolder();
    write("a.md", "中文");
    expect(list()[0]?.size).toBe(6);
  });

  it("may be none, but the folder must be there", () => {
    expect(createFolder().paths()).toEqual([]);
    expect(() => listFiles(path.join(tmpdir(), "no-such-folder"), 0)).toThrow("ENOENT");
  });
});

describe("a link", () => {
  it("is followed to files and folders", () => {
    const { at, paths } = createFolder("real/a.md");
    const other = createFolder("linked.md", "single.md");
    symlinkSync(other.folder, at("folder"));
    symlinkSync(other.at("single.md"), at("file.md"));
    expect(paths()).toEqual(["file.md", "folder/linked.md", "folder/single.md", "real/a.md"]);
  });

  it("to a folder above doesn't go round in circles, and lists no file twice", () => {
    const { folder, at, paths } = createFolder("sub/a.md");
    symlinkSync(folder, at("sub/up"));
    symlinkSync(at("sub"), at("sub/itself"));
    expect(paths()).toEqual(["sub/a.md"]);
  });

  it("to nothing is listed where it should be a post, so that its editor hears of it", () => {
    const { at, paths } = createFolder("a.md");
    symlinkSync("nowhere.md", at("lost.md"));
    symlinkSync("nowhere", at("lost"));
    expect(paths()).toEqual(["a.md", "lost.md"]);
  });

  it("to itself takes no other file down", () => {
    const { at, paths } = createFolder("a.md");
    symlinkSync("loop.md", at("loop.md"));
    symlinkSync("loop", at("loop"));
    expect(paths()).toContain("a.md");
  });
});

describe("what can't be a post", () => {
  it("takes no other file down when it is a folder whose name is not UTF-8", () => {
    const { folder, paths } = createFolder("a.md");
    mkdirSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xff, 0xfe])]));
    expect(paths()).toContain("a.md");
  });

  it("is listed when it is a pipe or a device where a post should be, so that its editor hears of it", () => {
    const { at, paths } = createFolder("a.md");
    execFileSync("mkfifo", [at("pipe.md"), at("pipe")]);
    symlinkSync("/dev/zero", at("zero.md"));
    symlinkSync("/dev/zero", at("zero"));
    expect(paths()).toEqual(["a.md", "pipe.md", "zero.md"]);
  });

  it("is a folder with the name of a post, but the posts in it are", () => {
    expect(createFolder("folder.md/a.md").paths()).toEqual(["folder.md/a.md"]);
  });
});

describe("a stamp", () => {
  it("is given once a file has rested, and stays while nothing is written", () => {
    const { list } = createFolder("a.md");
    const later = Date.now() + anHour;
    expect(list()[0]?.stamp).toBe("");
    expect(list(later)[0]?.stamp).not.toBe("");
    expect(list(later)[0]?.stamp).toBe(list(later)[0]?.stamp);
  });

  it("is another when a file of the same size and time takes its place", () => {
    const { at, list, write } = createFolder();
    const later = Date.now() + anHour;
    write("a.md", "one");
    utimesSync(at("a.md"), 1000, 1000);
    const before = list(later)[0]?.stamp;
    rmSync(at("a.md"));
    write("other.md", "keeps the inode from being used again");
    write("a.md", "two");
    utimesSync(at("a.md"), 1000, 1000);
    expect(statSync(at("a.md")).mtimeMs).toBe(1_000_000);
    expect(list(later).find((file) => file.path === "a.md")?.stamp).not.toBe(before);
  });
});
