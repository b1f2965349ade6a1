import { expect, it } from "vitest";
import { listFieldDeclarations } from "@/lib/content/contentlayer";
import { RunFiles } from "@/lib/ingest/run-files";
import { createTemporaryArchive, postFile } from "@/lib/ingest/temporary-archive";
import { countReads } from "@/lib/ingest/testing/count-reads";

const megabyte = 1024 * 1024;

async function createRunFiles(files: Record<string, string>) {
  const { folder, write } = await createTemporaryArchive();
  for (const [file, text] of Object.entries(files)) write(file, text);
  const { access, take } = countReads(folder);
  const reading = { declarations: await listFieldDeclarations(), timeZone: "Asia/Shanghai" };
  return { contents: new RunFiles(folder, reading, access), take, write };
}

/** Twice as much as may be held. */
const large = Object.fromEntries(
  Array.from({ length: 21 }, (_, index) => [
    `${index}.md`,
    postFile(`${index}`, { body: "x".repeat(1.5 * megabyte) }),
  ]),
);

it("holds a bounded amount of bytes, and the hash and the claims of every file", async () => {
  const { contents, take } = await createRunFiles(large);
  const paths = Object.keys(large);
  for (const path of paths) expect(contents.hash(path)).toMatch(/^[0-9a-f]{32}$/);
  const held = paths.filter((path) => contents.take(path) !== undefined);
  expect(held).toEqual(paths.slice(0, 10));
  for (const path of paths) contents.hash(path);
  expect(Object.values(take())).toEqual(paths.map(() => ({ read: 1, parsed: 0 })));
});

it("makes room where files need no work, or are on their way", async () => {
  const { contents } = await createRunFiles(large);
  const [first = "", second = "", ...others] = Object.keys(large);
  for (const path of others) {
    contents.hash(path);
    contents.release(path);
  }
  contents.hash(first);
  contents.hash(second);
  expect(contents.take(first)).toMatchObject({ content: { kind: "bytes" } });
  expect(contents.take(second)).toMatchObject({ content: { kind: "bytes" } });
  expect(contents.take(second)).toBeUndefined();
});

it("hands on what was parsed in the place of the bytes, and of no file both states", async () => {
  const { contents, take, write } = await createRunFiles({
    "a.md": postFile("Alpha", { frontMatter: "id: x" }),
  });
  const hash = contents.hash("a.md");
  write("a.md", postFile("Beta", { frontMatter: "id: y" }));
  expect(contents.ownId("a.md")).toBe("x");
  expect(contents.take("a.md")).toMatchObject({
    hash,
    result: { outcome: "read", source: { fields: { title: "Alpha" } } },
  });
  expect(contents.ownId("a.md")).toBe("x");
  expect(take()).toEqual({ "a.md": { read: 1, parsed: 1 } });
});

it("knows no hash and no claims of what can't be read, and hands on why", async () => {
  const { contents } = await createRunFiles({});
  expect(contents.hash("gone.md")).toBeUndefined();
  expect(contents.claims("gone.md")).toEqual([]);
  expect(contents.take("gone.md")).toMatchObject({
    hash: "",
    result: { outcome: "refused", findings: [{ message: expect.stringContaining("ENOENT") }] },
  });
});
