import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { BenchOptions } from "@/lib/bench/options";
import { readRecord } from "@/lib/bench/record";
import { Resources } from "@/lib/bench/resources";
import { Session } from "@/lib/bench/session";

const machine = {
  cpu: "A",
  cores: 2,
  memoryGb: 8,
  system: "Linux",
  node: "20.9.0",
  packages: { next: "16.4.6" },
};

function createSessions() {
  vi.spyOn(console, "log").mockImplementation(() => undefined);
  const root = mkdtempSync(path.join(tmpdir(), "session-test-"));
  onTestFinished(() => {
    vi.restoreAllMocks();
    rmSync(root, { recursive: true });
  });
  return ({ resume = false, code = "abc" } = {}) =>
    new Session({
      benchmark: "test",
      root,
      options: new BenchOptions({}),
      resources: new Resources(),
      record: { benchmark: "test", date: "2024-01-01", code, machine, measurements: [] },
      resume,
    });
}

test("a result is kept as soon as it is there, and is not taken again where a run is resumed", async () => {
  const create = createSessions();
  const first = create();
  await first.measure("one", async () => ({ posts: 1, note: undefined }));
  await expect(first.measure("two", () => Promise.reject(new Error("stopped")))).rejects.toThrow();
  expect(readRecord(first.file).measurements).toEqual([{ id: "one", row: { posts: 1 } }]);

  const resumed = create({ resume: true });
  const again = vi.fn(async () => ({ posts: 99 }));
  expect(await resumed.measure("one", again)).toEqual({ posts: 1 });
  expect(again).not.toHaveBeenCalled();
  await resumed.measure("two", async () => ({ posts: 2 }));
  expect(resumed.record.measurements.map(({ id }) => id)).toEqual(["one", "two"]);
});

test("figures of other code, or of a run that isn't resumed, are taken anew", async () => {
  const create = createSessions();
  await create().measure("one", async () => ({ posts: 1 }));
  for (const given of [{ resume: false }, { resume: true, code: "def" }]) {
    const session = create(given);
    expect(await session.measure("one", async () => ({ posts: 2 }))).toEqual({ posts: 2 });
    expect(session.record.measurements).toHaveLength(1);
    await create().measure("one", async () => ({ posts: 1 }));
  }
});
