import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { isSameDatabase } from "@/lib/site/same-database";

const isSame = (one: string, other: string) => isSameDatabase({ url: one }, { url: other });

it("knows a file by every spelling, whether it is there or not", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "same-database-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, "data"));
  symlinkSync(path.join(folder, "data"), path.join(folder, "link"));
  writeFileSync(path.join(folder, "data/here.db"), "");
  symlinkSync(path.join(folder, "data/here.db"), path.join(folder, "here-too.db"));
  linkSync(path.join(folder, "data/here.db"), path.join(folder, "hard.db"));
  const relative = path.relative(process.cwd(), folder);
  for (const name of ["here.db", "to-come.db", "a/b/to-come.db"]) {
    const file = `file:${folder}/data/${name}`;
    for (const other of [
      `file:${folder}/data/../data/./${name}`,
      `file:${relative}/data/${name}`,
      `file:${folder}/link/${name}`,
      `file://${folder}/data/${name}`,
      `file://localhost${folder}/d%61ta/${name}?x=1`,
    ]) {
      expect(isSame(file, other), other).toBe(true);
    }
    expect(isSame(file, `file:${folder}/data/other.db`)).toBe(false);
  }
  expect(isSame(`file:${folder}/data/here.db`, `file:${folder}/here-too.db`)).toBe(true);
  expect(isSame(`file:${folder}/data/here.db`, `file:${folder}/hard.db`)).toBe(true);
});

it("knows a server by every spelling", () => {
  for (const other of [
    "https://DB.example/",
    "libsql://db.example:443",
    "https://db.example?tls=1",
  ]) {
    expect(isSame("libsql://db.example", other), other).toBe(true);
  }
  for (const other of ["https://db.example/other", "http://db.example:8080", "file:db.example"]) {
    expect(isSame("libsql://db.example", other), other).toBe(false);
  }
});
