import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { claimFolder } from "@/lib/page-cache/claim-folder";

/** No process of a test has such a number. */
const deadPid = 2 ** 30;

function createFolders() {
  const all = mkdtempSync(path.join(tmpdir(), "claim-test-"));
  onTestFinished(() => rmSync(all, { recursive: true }));
  const [mine, other] = [path.join(all, "site-mine"), path.join(all, "site-other")];
  return { all, mine, other };
}

it("removes what a server has left that is gone, and what nobody claims", async () => {
  const { all, mine, other } = createFolders();
  await claimFolder(other, deadPid);
  mkdirSync(path.join(all, "build-of-before"));
  writeFileSync(path.join(all, "revalidations.log"), "");
  await claimFolder(mine);
  expect([existsSync(mine), existsSync(other)]).toEqual([true, false]);
  expect(existsSync(path.join(all, "build-of-before"))).toBe(false);
  expect(existsSync(path.join(all, "revalidations.log"))).toBe(false);
});

it("leaves what belongs to a server that runs", async () => {
  const { mine, other } = createFolders();
  await claimFolder(other, process.ppid);
  await claimFolder(mine);
  expect(existsSync(other)).toBe(true);
});

it("takes no earlier process for one that runs because it had the number that is ours now", async () => {
  const { mine, other } = createFolders();
  await claimFolder(other, process.pid);
  await claimFolder(mine);
  expect(existsSync(other)).toBe(false);
});
