import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DiskPages } from "@/lib/page-cache/disk-pages";
import { createStoredPage, htmlOf } from "@/lib/page-cache/temporary-pages";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "masthead-pages-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fail = (error: unknown) => {
  throw error;
};

const open = (capacity = 10_000_000) => new DiskPages(folder, capacity, fail);

const listFiles = () =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile() && !file.endsWith(".json"));

const longAddress = `/posts/${encodeURIComponent("长".repeat(500))}`;

describe("DiskPages", () => {
  it("finds a page at once, and after a restart, whatever its address", async () => {
    const pages = open();
    pages.write(longAddress, createStoredPage("<p>一</p>"));
    expect(htmlOf(await pages.read(longAddress))).toBe("<p>一</p>");
    await pages.close();
    expect(htmlOf(await open().read(longAddress))).toBe("<p>一</p>");
    expect(listFiles().every((file) => /^[\x20-\x7e]+$/.test(file))).toBe(true);
  });

  it("finds pages after a crash, and removes what was half-written", async () => {
    const pages = open();
    pages.write("/a", createStoredPage("a"));
    await pages.close();
    rmSync(path.join(folder, "index.json"));
    const [file = ""] = listFiles();
    writeFileSync(`${file}.tmp`, "half");
    expect(await open().read("/a")).toBeDefined();
    expect(listFiles()).toEqual([file]);
  });

  it("takes a page that is cut off for missing, and removes it", async () => {
    const pages = open();
    pages.write("/a", createStoredPage("a".repeat(5000)));
    await pages.close();
    const [file = ""] = listFiles();
    truncateSync(file, 40);
    const again = open();
    expect(await again.read("/a")).toBeUndefined();
    expect(again.bytes).toBe(0);
    await expect.poll(listFiles).toEqual([]);
  });

  it("keeps the newest of several versions", async () => {
    const pages = open();
    for (let version = 0; version < 20; version += 1) {
      pages.write("/a", createStoredPage(`version ${version}`));
    }
    await pages.close();
    expect(htmlOf(await open().read("/a"))).toBe("version 19");
  });

  it("stays within its bytes, and keeps what was used last across a restart", async () => {
    const capacity = 200_000;
    const pages = open(capacity);
    const incompressible = () => randomBytes(15_000).toString("base64");
    for (let index = 0; index < 40; index += 1) {
      pages.write(`/page/${index}`, createStoredPage(incompressible()));
      // Waits until it stands on the disk: a page that waits is found in memory.
      await pages.settled();
      await pages.read("/page/0");
    }
    await pages.close();
    await expect
      .poll(() => listFiles().reduce((sum, file) => sum + statSync(file).size, 0))
      .toBeLessThanOrEqual(capacity);
    const again = open(capacity);
    expect(again.bytes).toBeGreaterThan(capacity / 2);
    expect(await again.read("/page/0")).toBeDefined();
    expect(await again.read("/page/39")).toBeDefined();
    expect(await again.read("/page/1")).toBeUndefined();
  });

  it("reports a disk that can't be written, and goes on", async () => {
    const errors: unknown[] = [];
    const notAFolder = path.join(folder, "file");
    writeFileSync(notAFolder, "");
    const pages = new DiskPages(path.join(notAFolder, "pages"), 1000, (error) =>
      errors.push(error),
    );
    pages.write("/a", createStoredPage("a"));
    await pages.settled();
    expect(await pages.read("/a")).toBeUndefined();
    expect(errors.length).toBeGreaterThan(0);
  });
});
