import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, it } from "vitest";
import { FileLog } from "@/lib/page-cache/file-log";
import { pagesFolder, revalidationsFile } from "@/lib/page-cache/pages-folder";
import { revalidateAtStart } from "@/lib/page-cache/revalidate-at-start";
import { Revalidations } from "@/lib/page-cache/revalidations";

const root = mkdtempSync(path.join(tmpdir(), "masthead-at-start-"));

afterEach(() => rmSync(root, { recursive: true, force: true }));

const fail = (error: unknown) => {
  throw error;
};

it("makes pages stale for a server that starts later, and no others", async () => {
  const file = revalidationsFile(pagesFolder(root));
  const before = new Revalidations();
  await new FileLog(file, before, fail).record(["latest"]);
  const { position } = before.mark();

  await revalidateAtStart(root, ["comments:a"]);

  const after = new Revalidations();
  new FileLog(file, after, fail);
  expect(after.isFreshSince(["comments:a"], position)).toBe(false);
  expect(after.isFreshSince(["comments:b", "latest"], position)).toBe(true);
});
