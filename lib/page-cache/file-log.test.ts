import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FileLog } from "@/lib/page-cache/file-log";
import { Revalidations } from "@/lib/page-cache/revalidations";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "masthead-log-"));
  file = path.join(folder, "deep/revalidations.log");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fail = (error: unknown) => {
  throw error;
};

/** Each process starts a second after the one before. */
let starts = 0;

function open() {
  const revalidations = new Revalidations();
  starts += 1;
  const started = Date.now() + 1000 * starts;
  return { revalidations, log: new FileLog(file, revalidations, fail, () => started) };
}

describe("FileLog", () => {
  it("remembers revalidations, written before it is waited for", () => {
    const first = open();
    const before = first.revalidations.position;
    void first.log.record(["post:a", "标签"]);
    const after = first.revalidations.position;

    const { revalidations } = open();
    expect(revalidations.isFreshSince(["post:a"], before)).toBe(false);
    expect(revalidations.isFreshSince(["标签"], before)).toBe(false);
    expect(revalidations.isFreshSince(["post:b"], before)).toBe(true);
    expect(revalidations.isFreshSince(["post:a"], after)).toBe(true);
  });

  it("remembers what was taken away, and what was only changed", () => {
    const first = open();
    const before = first.revalidations.position;
    void first.log.record(["post:edited"], false);
    void first.log.record(["post:withdrawn"]);
    void first.log.record(["post:withdrawn"], false);
    const mayBeShown = ({ revalidations }: ReturnType<typeof open>, tag: string) =>
      revalidations.mayBeShownSince([tag], before);

    const second = open();
    expect(second.revalidations.isFreshSince(["post:edited"], before)).toBe(false);
    expect(mayBeShown(second, "post:edited")).toBe(true);
    expect(mayBeShown(second, "post:withdrawn")).toBe(false);
    // Written anew, as after a line that was cut off.
    appendFileSync(file, "{");
    open();
    const last = open();
    expect(last.revalidations.isFreshSince(["post:edited"], before)).toBe(false);
    expect(mayBeShown(last, "post:edited")).toBe(true);
    expect(mayBeShown(last, "post:withdrawn")).toBe(false);
  });

  it("forgives a last line that was cut off", () => {
    const first = open();
    void first.log.record(["post:a"]);
    const position = first.revalidations.position;
    appendFileSync(file, '{"position":17956026');
    const second = open();
    expect(second.revalidations.isFreshSince(["post:b"], position)).toBe(true);
    void second.log.record(["post:b"]);
    expect(open().revalidations.isFreshSince(["post:b"], position)).toBe(false);
  });

  it.each([
    ["gone", () => rmSync(file)],
    ["empty", () => truncateSync(file)],
    ["damaged", () => writeFileSync(file, `${readFileSync(file, "utf8").replace('"tags"', "@")}`)],
  ])("trusts nothing from before where the file is %s", (_, damage) => {
    const first = open();
    void first.log.record(["post:a"]);
    const position = first.revalidations.position;
    damage();
    const { revalidations } = open();
    expect(revalidations.isFreshSince(["post:never"], position)).toBe(false);
    expect(revalidations.isFreshSince(["post:never"], revalidations.position)).toBe(true);
  });

  it("knows of a build that was current once what has happened since, until it forgets", () => {
    open().log.noteCurrent("build-1");
    void open().log.record(["post:a"]);
    const { log, revalidations } = open();
    expect(log.knowsAllSince("build-1")).toBe(true);
    expect(log.knowsAllSince("build-2")).toBe(false);
    revalidations.raiseFloor(revalidations.position + 1);
    expect(log.knowsAllSince("build-1")).toBe(false);
  });

  it("gives positions that grow though the clock goes back", () => {
    let now = 5_000_000;
    const revalidations = new Revalidations();
    const log = new FileLog(file, revalidations, fail, () => now);
    void log.record(["post:a"]);
    const before = revalidations.position;
    now = 1_000_000;
    void log.record(["post:a"]);
    expect(revalidations.position).toBeGreaterThan(before);
  });

  it("is not written anew for each revalidation where many tags are remembered", () => {
    const { log } = open();
    const tag = (number: number) => `term:source:${"a".repeat(70)}-${number}`;
    for (let start = 0; start < 49_000; start += 1000) {
      void log.record(Array.from({ length: 1000 }, (_, index) => tag(start + index)));
    }
    void log.record(["post:a"]);
    const before = statSync(file).ino;
    for (let turn = 0; turn < 20; turn += 1) void log.record([`post:${turn}`]);
    expect(statSync(file).ino).toBe(before);
  });

  it("stays small however often the same tags are revalidated", () => {
    const { log } = open();
    const tags = Array.from({ length: 1000 }, (_, index) => `post:${"x".repeat(80)}${index}`);
    for (let round = 0; round < 100; round += 1) void log.record(tags);
    expect(readFileSync(file).byteLength).toBeLessThan(5 * 1024 * 1024);
    expect([...open().revalidations]).toHaveLength(1000);
  });
});
