import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { listRunningSites, noteRunningSite } from "@/lib/commands/running-sites";

function createRoot(): string {
  const root = mkdtempSync(path.join(tmpdir(), "running-test-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  return root;
}

it("are listed until they end, and their secrets are for the owner's eyes", () => {
  const root = createRoot();
  expect(listRunningSites(root)).toEqual([]);
  const end = noteRunningSite(root, { port: 3000, secret: "s" });
  expect(listRunningSites(root)).toEqual([{ pid: process.pid, port: 3000, secret: "s" }]);
  expect(statSync(path.join(root, ".masthead/running/3000.json")).mode & 0o777).toBe(0o600);
  end();
  expect(listRunningSites(root)).toEqual([]);
});

it("are not listed where the process was killed or the note is damaged", () => {
  const root = createRoot();
  const folder = path.join(root, ".masthead/running");
  mkdirSync(folder, { recursive: true });
  // Linux gives no process a number above 4,194,304.
  writeFileSync(path.join(folder, "1.json"), '{"pid":2000000000,"port":1,"secret":"s"}');
  writeFileSync(path.join(folder, "2.json"), "{");
  expect(listRunningSites(root)).toEqual([]);
});
