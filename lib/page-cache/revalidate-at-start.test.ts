import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { FileLog } from "@/lib/page-cache/file-log";
import { revalidationsFile, sitePagesFolder } from "@/lib/page-cache/pages-folder";
import { revalidateAtStart } from "@/lib/page-cache/revalidate-at-start";
import { Revalidations } from "@/lib/page-cache/revalidations";

const root = mkdtempSync(path.join(tmpdir(), "masthead-at-start-"));

afterEach(() => rmSync(root, { recursive: true, force: true }));

const fail = (error: unknown) => {
  throw error;
};

it("makes pages stale for a server that starts later, and no others", async () => {
  const files = ["one", "two"].map((site) => revalidationsFile(sitePagesFolder(root, site)));
  const positions = await Promise.all(
    files.map(async (file) => {
      const before = new Revalidations();
      await new FileLog(file, before, fail).record(["latest"]);
      return before.mark().position;
    }),
  );

  await revalidateAtStart(root, ["comments:a"]);

  for (const [index, file] of files.entries()) {
    const after = new Revalidations();
    new FileLog(file, after, fail);
    const position = positions[index] ?? Number.NaN;
    expect(after.isFreshSince(["comments:a"], position)).toBe(false);
    expect(after.isFreshSince(["comments:b", "latest"], position)).toBe(true);
  }
});

it("has nothing to tell where no server has kept pages", async () => {
  await expect(revalidateAtStart(root, ["comments:a"])).resolves.toBeUndefined();
});
