import { symlinkSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { lookAhead } from "@/lib/ingest/look-ahead";
import {
  createTemporaryArchive,
  postFile,
  type TemporaryArchive,
} from "@/lib/ingest/temporary-archive";

/** By then everything has rested. */
const later = () => Date.now() + 60_000;

async function createFilledArchive(): Promise<TemporaryArchive> {
  const archive = await createTemporaryArchive();
  for (const name of ["a", "b", "c", "d"]) archive.write(`${name}.md`, postFile(name));
  await archive.ingest({ now: later() });
  return archive;
}

const look = (
  { client, folder, publicFolder }: TemporaryArchive,
  pipeline = "one",
  now = later(),
) =>
  lookAhead(client, {
    context: { contentDirectory: folder, publicDirectory: publicFolder },
    pipeline,
    now,
  });

it("names what a run would look into, and nothing else", async () => {
  const archive = await createFilledArchive();
  expect(await look(archive)).toEqual([]);
  archive.write("a.md", postFile("other"));
  archive.write("new.md", postFile("new"));
  archive.remove("b.md");
  archive.move("c.md", "moved.md");
  const names = ["a.md", "b.md", "c.md", "moved.md", "new.md"];
  expect((await look(archive))?.sort()).toEqual(names);
});

it("names everything where the compiler is another one, and what is too fresh for its date to be believed", async () => {
  const archive = await createFilledArchive();
  expect(await look(archive, "another")).toHaveLength(4);
  expect(await look(archive, "one", Date.now())).toHaveLength(4);
});

it("doesn't say where settings of compiling are others, or a folder is a link", async () => {
  const archive = await createFilledArchive();
  archive.write("site.yaml", "timeZone: Asia/Tokyo\n");
  expect(await look(archive)).toBeUndefined();
  archive.remove("site.yaml");
  expect(await look(archive)).toEqual([]);
  archive.write("folder/e.md", postFile("e"));
  symlinkSync(path.join(archive.folder, "folder"), path.join(archive.folder, "link"));
  expect(await look(archive)).toBeUndefined();
});
