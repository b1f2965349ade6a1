import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { FolderMemory } from "@/lib/ingest/folder-memory";
import { listFolder } from "@/lib/ingest/list-files";

let folder: string;
let memory: FolderMemory;

/** By then everything has rested. */
const later = () => Date.now() + 60_000;

const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "memory-"));
  const made = folder;
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  memory = new FolderMemory(folder);
  write("a.md", "A");
  write("2024/b.md", "B");
  write("2024/notes.txt", "no post");
  write("_drafts/c.md", "left alone");
});

describe("a folder that is looked at again and again", () => {
  it("knows nothing the first time, and nothing has changed the second time", () => {
    expect(memory.look(later())).toBeUndefined();
    expect(memory.look(later())).toEqual([]);
  });

  it("names what came, changed, moved and went, and nothing else", () => {
    memory.look(later());
    write("a.md", "B");
    write("2024/05/new.md", "new");
    write("2024/notes.txt", "changed");
    renameSync(path.join(folder, "2024/b.md"), path.join(folder, "2024/renamed.md"));
    const names = ["2024/05/new.md", "2024/b.md", "2024/renamed.md", "a.md"];
    expect(memory.look(later())?.sort()).toEqual(names);
    expect(memory.look(later())).toEqual([]);
    rmSync(path.join(folder, "2024"), { recursive: true });
    expect(memory.look(later())?.sort()).toEqual(["2024/05/new.md", "2024/renamed.md"]);
  });

  it("sees a change that keeps size and date", () => {
    const rest = new Date("2020-01-01");
    utimesSync(path.join(folder, "a.md"), rest, rest);
    memory.look(later());
    write("a.md", "Z");
    utimesSync(path.join(folder, "a.md"), rest, rest);
    expect(memory.look(later())).toEqual(["a.md"]);
  });

  it("names a file that is fresh once more: it may change within the moment that its date names", () => {
    memory.look(Date.now());
    expect(memory.look(Date.now())?.sort()).toEqual(["2024/b.md", "a.md"]);
    expect(memory.look(later())?.sort()).toEqual(["2024/b.md", "a.md"]);
    expect(memory.look(later())).toEqual([]);
  });

  it("doesn't know where a folder is a link, is one later, or is gone", () => {
    symlinkSync("2024", path.join(folder, "linked"));
    memory.look(later());
    expect(memory.look(later())).toBeUndefined();
    rmSync(path.join(folder, "linked"));
    symlinkSync("elsewhere.txt", path.join(folder, "linked"));
    memory.look(later());
    expect(memory.look(later())).toEqual([]);
    mkdirSync(path.join(folder, "elsewhere.txt"));
    expect(memory.look(later())).toBeUndefined();
    rmSync(folder, { recursive: true });
    expect(memory.look(later())).toBeUndefined();
  });

  it("doesn't know where something else stands in the place of a post", () => {
    memory.look(later());
    mkdirSync(path.join(folder, "d.md.new"));
    rmSync(path.join(folder, "a.md"));
    renameSync(path.join(folder, "d.md.new"), path.join(folder, "a.md"));
    // A folder of that name holds no posts: the post is gone.
    expect(memory.look(later())).toEqual(["a.md"]);
  });
});

const names = ["a.md", "b.md", "2024/a.md", "2024/05/c.md", "notes.txt"];
const edit = fc.record({
  kind: fc.constantFrom("write", "remove", "move"),
  name: fc.constantFrom(...names),
  to: fc.constantFrom(...names),
  text: fc.constantFrom("x", "y"),
});

it("names every path that a listing of the whole folder finds changed", () => {
  memory.look(later());
  const list = () =>
    new Map(listFolder(folder, later()).files.map(({ path: at, stamp }) => [at, stamp]));
  let before = list();
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
      for (const { kind, name, to, text } of edits) {
        if (kind === "write") write(name, text);
        else if (kind === "remove") rmSync(path.join(folder, name), { force: true });
        else if (list().has(name)) {
          mkdirSync(path.dirname(path.join(folder, to)), { recursive: true });
          renameSync(path.join(folder, name), path.join(folder, to));
        }
      }
      const after = list();
      const differing = [...new Set([...before.keys(), ...after.keys()])].filter(
        (at) => before.get(at) !== after.get(at),
      );
      before = after;
      expect(memory.look(later())).toEqual(expect.arrayContaining(differing));
    }),
    { numRuns: 200 },
  );
});
