import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepStore, restoreStore } from "@/lib/commands/build/kept-store";

let root: string;
const address = { url: "file:.masthead/content.db" };
const store = () => path.join(root, ".masthead/content.db");

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "masthead-kept-"));
  mkdirSync(path.join(root, ".masthead"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("the store that is kept between builds", () => {
  it("is there again in a fresh clone", () => {
    writeFileSync(store(), "posts");
    keepStore(root, address);
    rmSync(path.join(root, ".masthead"), { recursive: true });
    expect(restoreStore(root, address)).toBe(true);
    expect(readFileSync(store(), "utf8")).toBe("posts");
  });

  it("doesn't replace the one that is there", () => {
    writeFileSync(store(), "old");
    keepStore(root, address);
    writeFileSync(store(), "new");
    expect(restoreStore(root, address)).toBe(false);
    expect(readFileSync(store(), "utf8")).toBe("new");
  });

  it.each<[string, (kept: string) => void]>([
    ["cut off", (kept) => truncateSync(kept, 3)],
    ["damaged", (kept) => writeFileSync(kept, "p0sts")],
    [
      "a folder",
      (kept) => {
        rmSync(kept);
        mkdirSync(kept);
      },
    ],
    ["without its hash", (kept) => rmSync(`${kept}.sha256`)],
  ])("is as good as none where it is %s, and is kept again", (_what, damage) => {
    writeFileSync(store(), "posts");
    keepStore(root, address);
    rmSync(store());
    damage(path.join(root, ".next/cache/masthead/content.db"));
    expect(restoreStore(root, address)).toBe(false);
    writeFileSync(store(), "posts anew");
    keepStore(root, address);
    rmSync(store());
    expect(restoreStore(root, address)).toBe(true);
    expect(readFileSync(store(), "utf8")).toBe("posts anew");
  });

  it("is none of ours where it is a server", () => {
    const server = { url: "https://store.example.com" };
    keepStore(root, server);
    expect(restoreStore(root, server)).toBe(false);
  });
});
