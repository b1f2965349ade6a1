import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkFolder } from "@/lib/ingest/check-folder";
import {
  createTemporaryArchive,
  postFile,
  type TemporaryArchive,
} from "@/lib/ingest/temporary-archive";
import { readPosts } from "@/lib/store/read-posts";

/** Each is left out with an error that says this. */
const refused: Record<string, [content: string | Uint8Array, message: string]> = {
  "big5.md": [
    Buffer.from("2d2d2d0a7469746c653a20bcd0c344a147b36fac4fa440bdd7a4a4a4e5aabaa4e5b3b90a", "hex"),
    "seems to be Big5",
  ],
  "blank-lines-first.md": [`\n\n${postFile("T")}`, "something before the `---` line"],
  "comment-first.md": [`<!-- x -->\n${postFile("T")}`, "something before the `---` line"],
  "date-day.md": [postFile("T", { date: "2023-02-30" }), "is not a date"],
  "date-epoch.md": [postFile("T", { date: "1698474156000" }), "is not a date"],
  "date-far.md": [postFile("T", { date: "275760-09-13" }), "is not a date"],
  "date-nines.md": [postFile("T", { date: "9999-99-99" }), "is not a date"],
  "date-zeros.md": [postFile("T", { date: "0000-00-00" }), "is not a date"],
  "date-zone.md": [postFile("T", { date: "2023-01-01 10:00 +25:00" }), "is not a date"],
  "dashes-only.md": ["---", "no front matter"],
  "dashes-open.md": ["---\n", "never closed"],
  "four-dashes.md": [postFile("T").replaceAll("---", "----"), "opens no front matter"],
  "gbk.md": [
    Buffer.from("2d2d2d0a7469746c653a20b1eaccc2a3bad5e2cac7d2bbc6aad6d0cec4b5c4cec4d5c20a", "hex"),
    "seems to be GBK",
  ],
  "half-character.md": [Buffer.from(postFile("T", { body: "中" })).subarray(0, -2), "is not UTF-8"],
  "json.md": ['{"title": "T", "date": "2023-01-01"}\nText', "is JSON"],
  "js-function.md": [postFile("!!js/function 'x'"), "Unresolved tag"],
  "latin-1.md": [Buffer.from("---\ntitle: caf\xe9\n", "latin1"), "is not UTF-8"],
  "long-tag.md": [
    postFile("T", { frontMatter: `tags: [ ${"x".repeat(50_000)} ]` }),
    "has 50000 characters",
  ],
  "many-tags.md": [
    postFile("T", {
      frontMatter: `tags: [ ${Array.from({ length: 9000 }, (_, n) => n).join(",")} ]`,
    }),
    "has 9000 entries",
  ],
  "nesting-of-keys.md": [`---\n${"? ".repeat(30_000)}\n---\n`, "nested too deeply"],
  "nesting-of-lists.md": [`---\ntags: ${"[".repeat(30_000)}\n---\n`, "nested too deeply"],
  "nothing.md": ["", "is empty"],
  "nul-bytes.md": [Buffer.alloc(5000), "nothing but NUL"],
  "only-a-mark.md": ["\ufeff", "is empty"],
  "picture.md": [Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "is a PNG picture"],
  "surrogate.md": [Buffer.from([...Buffer.from("---\ntitle: "), 0xed, 0xa0, 0x80]), "is not UTF-8"],
  "tab.md": [postFile("T", { frontMatter: "tags:\n\t- a" }), "Tabs are not allowed"],
  "tag-of-a-megabyte.md": [
    postFile("T", { frontMatter: `tags: [ ${"x".repeat(1_000_000)} ]` }),
    "not closed within",
  ],
  "toml.md": ['+++\ntitle = "T"\n+++\nText', "is TOML"],
  "two-marks.md": [`\ufeff\ufeff${postFile("T")}`, "something before the `---` line"],
  "unclosed.md": ["---\ntitle: T\ndate: 2023-01-01\n\nText", "never closed"],
  "utf-16.md": [Buffer.from(postFile("T"), "utf16le"), "is UTF-16"],
  "utf-16-marked.md": [Buffer.from(`\ufeff${postFile("T")}`, "utf16le"), "is UTF-16"],
};

/** Each is published under its title, with no error. */
const published: Record<string, string> = {
  "%.md": postFile("Percent"),
  "A.md": postFile("Upper"),
  "a.md": postFile("Lower"),
  "aliases-without-end.md": postFile("Anchors", {
    frontMatter: `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`).join("\n")}`,
  }),
  "bomb of emoji 🎉🎉.md": postFile("Emoji"),
  "carriage-returns.md": postFile("Carriage").replaceAll("\n", "\r"),
  "caf\u00e9.md": postFile("Composed"),
  "cafe\u0301.md": postFile("Decomposed"),
  "dashes-with-blanks.md": postFile("Blanks").replaceAll("---\n", "--- \t\n"),
  "date-last.md": postFile("Last", { date: "1000-01-01 00:00 +14:00" }),
  "duplicate-keys.md": postFile("One", { frontMatter: "title: Duplicate" }),
  "folder.md/inside.md": postFile("Inside"),
  "line-separators.md": postFile("Separators", { body: "a\u2028b\u2029c\u0085d" }),
  "mark-inside.md": postFile("Mark", { body: "a\ufeffb" }),
  "nul-inside.md": postFile("Zero", { body: "a\0b" }),
  "prototype.md": postFile("Prototype", {
    frontMatter: "__proto__: {title: x}\nconstructor: x\ntoString: x\nhasOwnProperty: x",
  }),
  "right\u202eto-left.md": postFile("Override"),
  [`${"长".repeat(84)}.md`]: postFile("Longest"),
  "new\nline.md": postFile("Newline"),
  "quotes\"'.md": postFile("Quotes"),
  "back\\slash.md": postFile("Backslash"),
  "body-of-brackets.md": postFile("Brackets", { body: "[".repeat(200_000) }),
  "body-of-boxes.md": postFile("Boxes", { body: `${"<div>".repeat(100_000)}deep` }),
  "body-of-bold.md": postFile("Bold", { body: "<b>x".repeat(100_000) }),
  "body-of-lists.md": postFile("Lists", { body: `${"- ".repeat(100_000)}x` }),
  "body-of-links.md": postFile("Links", { body: "[a](b) ![](c) ".repeat(20_000) }),
  "body-of-numbers.md": postFile("Numbers", { body: `${"1. ".repeat(100_000)}x` }),
  "body-of-opened-links.md": postFile("Opened", { body: "](".repeat(200_000) }),
  "body-of-quotes.md": postFile("Nested", { body: `${">".repeat(500_000)}x` }),
  "body-of-attributes.md": postFile("Attributes", { body: `<a ${"href=x ".repeat(100_000)}>` }),
  "body-of-spaces.md": postFile("Spaces", { body: `${" ".repeat(500_000)}x` }),
};

const patience = 120_000;

async function createArchive(): Promise<TemporaryArchive> {
  const archive = await createTemporaryArchive();
  for (const [file, [content]] of Object.entries(refused)) archive.write(file, content);
  for (const [file, content] of Object.entries(published)) archive.write(file, content);
  return archive;
}

const check = ({ folder, publicFolder }: TemporaryArchive) =>
  checkFolder({
    contentDirectory: folder,
    publicDirectory: publicFolder,
    now: Date.now(),
  });

describe("a folder of damaged files", () => {
  it(
    "is published as far as it is right, and says of each other file what is wrong",
    async () => {
      const archive = await createArchive();
      const { problems } = await archive.ingest();
      const errors = new Map(
        problems.filter(({ severity }) => severity === "error").map((one) => [one.path, one]),
      );
      for (const [file, [, message]] of Object.entries(refused)) {
        expect(errors.get(file)?.message, file).toContain(message);
      }
      expect([...errors.keys()].sort()).toEqual(Object.keys(refused).sort());
      const posts = await readPosts(archive.client, { offset: 0, limit: 100 });
      const titles = Object.values(published).map((text) => /title: (.*)/.exec(text)?.[1]);
      expect(posts.map(({ title }) => title).sort()).toEqual(
        titles.map((title) => (title === "One" ? "Duplicate" : title)).sort(),
      );
    },
    patience,
  );

  it(
    "is told the same by the check, in places that exist",
    async () => {
      const archive = await createArchive();
      const { problems } = await check(archive);
      const errors = problems.filter(({ severity }) => severity === "error");
      expect(new Set(errors.map((one) => one.path))).toEqual(new Set(Object.keys(refused)));
      for (const { line, column } of problems) expect(Math.min(line, column)).toBeGreaterThan(0);
    },
    patience,
  );
});

describe("what only a file system can do to a file", () => {
  it("is said of the file, and of no other", async () => {
    const archive = await createTemporaryArchive();
    archive.write("good.md", postFile("Good"));
    archive.write("huge.md", "");
    truncateSync(path.join(archive.folder, "huge.md"), 3 * 1024 ** 3);
    archive.write("large.md", postFile("Large", { body: "x".repeat(5_000_000) }));
    symlinkSync("nowhere.md", path.join(archive.folder, "dangling.md"));
    symlinkSync("loop.md", path.join(archive.folder, "loop.md"));
    symlinkSync(".", path.join(archive.folder, "round"));
    execFileSync("mkfifo", [path.join(archive.folder, "pipe.md")]);
    mkdirSync(path.join(archive.folder, "folder.md"));
    const folder = Buffer.from(`${archive.folder}/`);
    writeFileSync(Buffer.concat([folder, Buffer.from([0xff]), Buffer.from(".md")]), "x");
    const expected = [
      ["dangling.md", "is not there, or is a link to nothing"],
      ["huge.md", "has 3072.0 MB"],
      ["large.md", "has 4.8 MB"],
      ["loop.md", "is a link to itself"],
      ["pipe.md", "is no regular file"],
      ["\ufffd.md", "is not UTF-8"],
    ];
    const { problems } = await archive.ingest();
    const { problems: checked } = await check(archive);
    for (const found of [problems, checked.filter(({ severity }) => severity === "error")]) {
      expect(found.map((one) => one.path)).toEqual(expected.map(([file]) => file));
      for (const [index, [, message]] of expected.entries()) {
        expect(found[index]?.message).toContain(message);
      }
    }
    const posts = await readPosts(archive.client, { offset: 0, limit: 10 });
    expect(posts.map(({ title }) => title)).toEqual(["Good"]);
    const again = await archive.ingest();
    expect(again.problems).toEqual(problems);
  });

  it.skipIf(process.getuid?.() === 0)("is said of what may not be read", async () => {
    const archive = await createTemporaryArchive();
    archive.write("good.md", postFile("Good"));
    archive.write("closed.md", postFile("Closed"));
    archive.write("folder/inside.md", postFile("Inside"));
    chmodSync(path.join(archive.folder, "closed.md"), 0);
    chmodSync(path.join(archive.folder, "folder"), 0);
    const { problems } = await archive.ingest();
    chmodSync(path.join(archive.folder, "folder"), 0o700);
    expect(problems.map(({ path: file, message }) => [file, message])).toEqual([
      ["closed.md", "the file or folder may not be read (EACCES)"],
      ["folder", "the file or folder may not be read (EACCES)"],
    ]);
  });
});
