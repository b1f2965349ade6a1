import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { pullContent } from "@/lib/commands/publish/pull-content";

const author = ["-c", "user.name=A", "-c", "user.email=a@example.com"];

/** A repository on a server, and a clone of it. */
function createClone() {
  const folder = mkdtempSync(path.join(tmpdir(), "pull-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const server = path.join(folder, "server");
  const clone = path.join(folder, "clone");
  const git = (...args: string[]) =>
    execFileSync("git", [...author, ...args], { encoding: "utf8", stdio: "pipe" });
  const commit = (text: string, ...how: string[]) => {
    writeFileSync(path.join(server, "a.md"), text);
    git("-C", server, "add", ".");
    git("-C", server, "commit", "--quiet", "-m", text, ...how);
  };
  git("init", "--quiet", server);
  commit("first");
  git("clone", "--quiet", server, clone);
  return { clone, commit, git };
}

it("brings in what was pushed", async () => {
  const { clone, commit } = createClone();
  commit("second");
  expect(await pullContent(clone)).toMatchObject({ ok: true });
});

it("says in one line what helps after a forced push, and that helps", async () => {
  const { clone, commit, git } = createClone();
  commit("another first", "--amend");
  const refused = await pullContent(clone);
  expect(refused).toEqual({
    ok: false,
    error: `the content folder ${clone} can't be pulled: its history and that of the server have parted, by a forced push or by commits that are here alone; \`git -C "${clone}" reset --hard @{upstream}\` takes what the server has, and gives up what is here alone`,
  });
  git("-C", clone, "reset", "--quiet", "--hard", "@{upstream}");
  expect(await pullContent(clone)).toMatchObject({ ok: true });
});

it("says what helps where files were edited here, and Git's own words in one line elsewhere", async () => {
  const { clone, commit, git } = createClone();
  commit("second");
  writeFileSync(path.join(clone, "a.md"), "edited");
  expect(await pullContent(clone)).toMatchObject({
    error: expect.stringMatching(/edited here that have changed on the server too; `git .* stash`/),
  });
  git("-C", clone, "remote", "remove", "origin");
  expect(await pullContent(clone)).toMatchObject({
    error: expect.stringMatching(/^[^\n]* can't be pulled: [^\n]+$/),
  });
});
