import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { findContentBranch } from "@/lib/regeneration/content-branch";

function createFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), "branch-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const git = (...args: string[]) => execFileSync("git", args, { cwd: folder, stdio: "pipe" });
  return { folder, git };
}

it("is the one that is checked out where it follows none", async () => {
  const { folder, git } = createFolder();
  git("init", "--initial-branch=drafts/new");
  expect(await findContentBranch(folder)).toEqual({ ok: true, branch: "drafts/new" });
});

it("is the one that it follows, whatever it is called here", async () => {
  const { folder, git } = createFolder();
  git("init", "--initial-branch=server");
  git("config", "branch.server.remote", "origin");
  git("config", "branch.server.merge", "refs/heads/main");
  expect(await findContentBranch(folder)).toEqual({ ok: true, branch: "main" });
});

it("is none where there is no repository, and says so", async () => {
  const { folder } = createFolder();
  const found = await findContentBranch(folder);
  expect(found).toEqual({ ok: false, error: expect.stringContaining("no Git branch to pull") });
});
