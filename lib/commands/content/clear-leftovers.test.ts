import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { clearLeftovers } from "@/lib/commands/content/clear-leftovers";

const now = Date.parse("2026-11-30T12:00:00Z");
const hour = 60 * 60 * 1000;

it("takes away what killed runs have left long ago, and nothing else", () => {
  const root = mkdtempSync(path.join(tmpdir(), "leftovers-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (file: string, hoursAgo: number) => {
    const place = path.join(root, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, "x");
    utimesSync(place, new Date(now - hoursAgo * hour), new Date(now - hoursAgo * hour));
  };
  // No process has such a number.
  const dead = 4_194_305;
  const gone = [
    ".masthead/content-0123abcd.db.new",
    ".masthead/content-0123abcd.db.new-journal",
    ".masthead/content.db.new",
    `.masthead/state.json.${dead}.tmp`,
    `.masthead/commands/0123456789.${dead}.tmp`,
    `.masthead/tools/sqld-${dead}.tmp`,
    `.contentlayer/generated/index.ts.${dead}.tmp`,
  ];
  const kept = [
    ".masthead/content-0123abcd.db",
    ".masthead/comments.db",
    ".masthead/content-letters.db.new",
    // The run that is about to begin goes on from it.
    ".masthead/content-fedcba98.db.new",
    // Somebody writes to its journal.
    ".masthead/content-89abcdef.db.new",
    `.masthead/state.json.${process.pid}.tmp`,
    ".masthead/notes.tmp",
    ".masthead/commands/0123456789/check.mjs",
  ];
  for (const file of [...gone, ...kept]) write(file, 30);
  write(".masthead/content-89abcdef.db.new-wal", 1);
  write(`.masthead/young.${dead}.tmp`, 1);
  expect(clearLeftovers(root, "content-fedcba98.db", now).sort()).toEqual([...gone].sort());
  const left = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
  expect(left.sort()).toEqual(
    [...kept, ".masthead/content-89abcdef.db.new-wal", `.masthead/young.${dead}.tmp`].sort(),
  );
});

it("needs no folder to be there", () => {
  expect(clearLeftovers("/nowhere", "content.db", now)).toEqual([]);
});
