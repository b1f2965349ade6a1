import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type ArchivePlan, createArchive } from "@/lib/bench/archive/archive";
import { writeArchive } from "@/lib/bench/archive/write-archive";

function createParent(): string {
  const parent = mkdtempSync(path.join(tmpdir(), "write-archive-test-"));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  return parent;
}

const plan: ArchivePlan = { kind: "small", posts: 30, seed: 1 };

describe("writeArchive", { timeout: 60_000 }, () => {
  test("puts every file of the archive on the disk", async () => {
    const folder = path.join(createParent(), "archive");
    const { signal } = new AbortController();
    const written = await writeArchive(folder, plan, { signal, onProgress: () => undefined });
    const archive = createArchive(plan);
    let bytes = 0;
    for (let index = 0; index < plan.posts; index += 1) {
      const file = archive.file(index);
      bytes += file.bytes.length;
      expect(readFileSync(path.join(folder, file.path))).toEqual(Buffer.from(file.bytes));
    }
    expect(written).toEqual({ files: plan.posts, bytes });
  });

  test("a run that is stopped leaves nothing that looks like an archive", async () => {
    const parent = createParent();
    const stopped = new AbortController();
    const writing = writeArchive(
      path.join(parent, "archive"),
      { ...plan, posts: 600 },
      { signal: stopped.signal, onProgress: () => stopped.abort(new Error("enough")) },
    );
    await expect(writing).rejects.toThrow("enough");
    expect(readdirSync(parent)).toEqual([]);
    expect(existsSync(path.join(parent, "archive"))).toBe(false);
  });
});
