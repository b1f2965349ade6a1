import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** In the form `git config` keeps it. */
const branchOfRef = (ref: string): string => ref.trim().replace(/^refs\/heads\//, "");

/**
 * The branch that a push must be to: the one that is pulled where a folder is, which may have another name there than here.
 * @returns an error where there is no repository or no branch, or no Git
 */
export async function findContentBranch(
  folder: string,
): Promise<{ ok: true; branch: string } | { ok: false; error: string }> {
  const git = async (...args: string[]) => (await run("git", args, { cwd: folder })).stdout;
  try {
    const branch = branchOfRef(await git("symbolic-ref", "HEAD"));
    // Nothing is set where it follows no other: pulling says so.
    const followed = await git("config", "--default", "", `branch.${branch}.merge`);
    return { ok: true, branch: branchOfRef(followed) || branch };
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    const words = "stderr" in thrown && String(thrown.stderr).trim();
    return {
      ok: false,
      error: `the content folder has no Git branch to pull: ${words || thrown.message}`,
    };
  }
}
