import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * The branch that is checked out where a folder is: the one that a push must be to.
 * @returns an error where there is no repository or no branch, or no Git
 */
export async function findContentBranch(
  folder: string,
): Promise<{ ok: true; branch: string } | { ok: false; error: string }> {
  try {
    const { stdout } = await run("git", ["symbolic-ref", "--short", "HEAD"], { cwd: folder });
    return { ok: true, branch: stdout.trim() };
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    const words = "stderr" in thrown && String(thrown.stderr).trim();
    return {
      ok: false,
      error: `the content folder has no Git branch to pull: ${words || thrown.message}`,
    };
  }
}
