import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { onFirstEdit } from "@/lib/commands/site/first-edit";

let folder: string;
let calls: number;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "edit-"));
  const made = folder;
  mkdirSync(path.join(folder, "2024/05"), { recursive: true });
  mkdirSync(path.join(folder, ".git"));
  calls = 0;
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
});

async function watchForAMoment() {
  const end = onFirstEdit(folder, () => {
    calls += 1;
  });
  onTestFinished(end);
  await setTimeout(150);
  return end;
}

it("calls once, at the first file that is saved, however deep", async () => {
  await watchForAMoment();
  writeFileSync(path.join(folder, ".git/index"), "x");
  await setTimeout(150);
  expect(calls).toBe(0);
  writeFileSync(path.join(folder, "2024/05/a.md"), "x");
  await expect.poll(() => calls).toBe(1);
  writeFileSync(path.join(folder, "2024/05/b.md"), "x");
  await setTimeout(150);
  expect(calls).toBe(1);
});

it("calls nobody once it is over, or where there is no folder", async () => {
  const end = await watchForAMoment();
  end();
  writeFileSync(path.join(folder, "a.md"), "x");
  rmSync(folder, { recursive: true });
  await watchForAMoment();
  expect(calls).toBe(0);
});
