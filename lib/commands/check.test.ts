import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

/** Starting a command takes a second or two; a machine at work takes longer. */
const patience = 60_000;

const good = "---\ntitle: A\ndate: 2023-10-28\n---\nText.\n";
const odd = "---\ntitle: A\ndate: 2023-10-28\nTags: [ a ]\n---\nText.\n";
const bad = "---\ntitle: 100%\ndate: soon\n---\nText.\n";

/** Runs the command as an operator does, on a content folder of its own, in a place of its own. */
function runCheck(files: Record<string, string>, args: string[], env: Record<string, string> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "check-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const content = path.join(folder, "content");
  mkdirSync(content);
  for (const [file, text] of Object.entries(files)) writeFileSync(path.join(content, file), text);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "lib/commands/check.ts", ...args],
    {
      encoding: "utf8",
      env: {
        NODE_ENV: "production",
        PATH: process.env.PATH,
        CONTENT_DIR: content,
        CONTENT_DATABASE_URL: `file:${folder}/store.db`,
        ...env,
      },
    },
  );
  return {
    status,
    stdout: stdout.replaceAll(`${content}/`, ""),
    stderr,
    left: readdirSync(folder),
  };
}

describe("npm run check", () => {
  it(
    "passes over warnings, and makes no store",
    () => {
      const { status, stdout, left } = runCheck({ "a.md": good, "b.md": odd }, []);
      expect(status).toBe(0);
      expect(stdout).toBe(
        "b.md:4:1: warning: `Tags` is no key that is read; write `tags`\n" +
          "2 files checked: 0 errors, 1 warning in 1 file\n",
      );
      expect(left).toEqual(["content"]);
    },
    patience,
  );

  it(
    "fails on errors, and marks them where GitHub runs it",
    () => {
      const files = { "a.md": good, "c.md": bad };
      const { status, stdout } = runCheck(files, [], { GITHUB_ACTIONS: "true" });
      expect(status).toBe(1);
      const [problem, command, summary] = stdout.split("\n");
      expect(problem).toMatch(/^c\.md:3:7: error: `date: soon` is not a date; /);
      expect(command).toMatch(/^::error file=c\.md,line=3,col=7::`date: soon` is not a date; /);
      expect(summary).toBe("2 files checked: 1 error, 0 warnings in 1 file");
    },
    patience,
  );

  it(
    "prints objects for programs, of the files that were asked for",
    () => {
      const { status, stdout } = runCheck({ "b.md": odd, "c.md": bad }, ["--json", "b.md"]);
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toEqual({
        path: "b.md",
        line: 4,
        column: 1,
        severity: "warning",
        message: "`Tags` is no key that is read",
        remedy: "write `tags`",
      });
    },
    patience,
  );

  it(
    "says how it is used where it can't be understood",
    () => {
      const { status, stdout, stderr } = runCheck({}, ["--josn"]);
      expect(status).toBe(2);
      expect(stdout).toBe("");
      expect(stderr).toContain("there is no option --josn");
      expect(stderr).toContain("usage: npm run check");
    },
    patience,
  );
});
