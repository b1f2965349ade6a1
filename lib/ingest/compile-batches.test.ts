import { expect, it } from "vitest";
import { compileBatches } from "@/lib/ingest/compile-batches";
import { createFileCompiler } from "@/lib/ingest/compile-files";
import { openSource, sourceAccess } from "@/lib/ingest/source-file";
import { createTemporaryArchive, postFile } from "@/lib/ingest/temporary-archive";
import { countReads } from "@/lib/ingest/testing/count-reads";

const paths = ["a.md", "b.md", "c.md", "d.md"];

it("keeps the order of the files, and reads neither those that were compiled nor those that were read", async () => {
  const { folder, publicFolder, settings, write } = await createTemporaryArchive();
  for (const path of paths) write(path, postFile(path));
  const context = { contentDirectory: folder, publicDirectory: publicFolder, settings };
  const compile = await createFileCompiler(context);
  const compiled = new Map((await compile([{ path: "c.md" }])).map((file) => [file.path, file]));
  const source = openSource(folder, "b.md", sourceAccess);
  const { access, take } = countReads(folder);
  const batches: string[][] = [];
  const files = paths.map((path) => ({ path, stamp: "", size: 2 * 1024 * 1024 }));
  for await (const batch of compileBatches(files, {
    context,
    take: (path) => (path === "b.md" ? source : undefined),
    compiled,
    access,
  })) {
    batches.push(
      batch.map(({ document }) => (document?.type === "Post" ? document.record.title : "")),
    );
  }
  expect(batches).toEqual([
    ["a.md", "b.md"],
    ["c.md", "d.md"],
  ]);
  expect(take()).toEqual({
    "a.md": { read: 1, parsed: 1 },
    "b.md": { read: 0, parsed: 1 },
    "d.md": { read: 1, parsed: 1 },
  });
});
