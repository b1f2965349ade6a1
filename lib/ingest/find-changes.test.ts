import { describe, expect, it } from "vitest";
import { findChanges } from "@/lib/ingest/find-changes";

/** Files by path: `text@stamp`, where the text stands for its own hash. */
const listed = (files: Record<string, string>) =>
  Object.entries(files).map(([path, file]) => ({ path, stamp: file.split("@")[1] ?? "", size: 1 }));

function compare(before: Record<string, string>, after: Record<string, string>, pipeline = "p") {
  const known = new Map(
    Object.entries(before).map(([path, file]) => {
      const [hash = "", stamp = ""] = file.split("@");
      return [path, { hash, stamp, pipeline: "p" }];
    }),
  );
  const hashed: string[] = [];
  const released: string[] = [];
  const changes = findChanges(listed(after), known, pipeline, {
    hash: (path) => {
      hashed.push(path);
      return after[path]?.split("@")[0];
    },
    release: (path) => released.push(path),
  });
  return { ...changes, compile: changes.compile.map(({ path }) => path), hashed, released };
}

describe("what has changed", () => {
  it("is nothing where stamps are known, and no file is read", () => {
    expect(compare({ a: "A@1", b: "B@2" }, { a: "A@1", b: "B@2" })).toMatchObject({
      compile: [],
      removed: [],
      moved: [],
      restamped: [],
      unchanged: 2,
      hashed: [],
    });
  });

  it("is only the stamp of a file that was touched", () => {
    const changes = compare({ a: "A@1" }, { a: "A@2" });
    expect(changes).toMatchObject({ compile: [], unchanged: 1, hashed: ["a"], released: ["a"] });
    expect(changes.restamped).toMatchObject([{ path: "a", stamp: "2" }]);
  });

  it("is found by its bytes where a file has no stamp yet", () => {
    expect(compare({ a: "A", b: "B" }, { a: "A", b: "X" })).toMatchObject({
      compile: ["b"],
      unchanged: 1,
    });
  });

  it("is an edit, an addition and a deletion", () => {
    const changes = compare({ a: "A@1", b: "B@2" }, { a: "X@3", c: "C@4" });
    expect(changes).toMatchObject({ compile: ["a", "c"], removed: ["b"], moved: [], unchanged: 0 });
  });

  it("is everything under another pipeline", () => {
    const changes = compare({ a: "A@1", b: "B@2" }, { a: "A@1", b: "B@2" }, "other");
    expect(changes).toMatchObject({ compile: ["a", "b"], unchanged: 0 });
  });
});

describe("a file that moved", () => {
  it("is known by its bytes, and compiled again", () => {
    const changes = compare({ a: "A@1", b: "B@2" }, { z: "A@1", b: "B@2" });
    expect(changes).toMatchObject({
      compile: ["z"],
      moved: [{ from: "a", to: "z" }],
      removed: [],
      unchanged: 1,
    });
  });

  it("is not one that was copied", () => {
    expect(compare({ a: "A@1" }, { a: "A@1", b: "A@2" })).toMatchObject({
      compile: ["b"],
      moved: [],
    });
  });

  it("is one each where several files of the same bytes moved", () => {
    const { moved, removed } = compare({ a: "X@1", b: "X@2", c: "X@3" }, { d: "X@4", e: "X@5" });
    expect(new Set(moved.map(({ to }) => to))).toEqual(new Set(["d", "e"]));
    expect(new Set([...moved.map(({ from }) => from), ...removed])).toEqual(
      new Set(["a", "b", "c"]),
    );
    expect(removed).toHaveLength(1);
  });

  it("is not one that was edited on the way", () => {
    const changes = compare({ a: "A@1" }, { b: "X@2" });
    expect(changes).toMatchObject({ compile: ["b"], removed: ["a"], moved: [] });
  });
});
