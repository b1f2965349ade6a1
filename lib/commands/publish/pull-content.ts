import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A fetch of a large archive over a slow line takes its time; one that hangs must end. */
const timeoutMs = 10 * 60 * 1000;

/** Git's own timeout doesn't reach the connection that it opens. */
const unattended = "ssh -oBatchMode=yes -oConnectTimeout=15 -oServerAliveInterval=15";

/**
 * Brings the repository that holds a folder up to date with the branch that it follows, without ever merging.
 * @returns an error that says why it can't be, in Git's own words
 */
export async function pullContent(
  folder: string,
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Promise<{ ok: true; output: string } | { ok: false; error: string }> {
  try {
    const { stdout } = await run("git", ["pull", "--ff-only", "--quiet", "--no-rebase"], {
      cwd: folder,
      timeout: timeoutMs,
      // Nobody is there who could type a password.
      env: {
        NODE_ENV: process.env.NODE_ENV,
        GIT_SSH_COMMAND: unattended,
        ...variables,
        GIT_TERMINAL_PROMPT: "0",
        LC_ALL: "C",
      },
    });
    return { ok: true, output: stdout };
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    const words = ("stderr" in thrown && String(thrown.stderr).trim()) || thrown.message;
    return {
      ok: false,
      error: `the content folder ${folder} can't be pulled: ${explainRefusal(words, folder)}`,
    };
  }
}

/** What Git says of a pull that it refuses, with what to do where its own words don't help. */
function explainRefusal(words: string, folder: string): string {
  const git = `git -C ${JSON.stringify(folder)}`;
  if (/not possible to fast-forward/i.test(words)) {
    return `its history and that of the server have parted, by a forced push or by commits that are here alone; \`${git} reset --hard @{upstream}\` takes what the server has, and gives up what is here alone`;
  }
  if (/would be overwritten/i.test(words)) {
    return `files were edited here that have changed on the server too; \`${git} stash\` puts the edits aside (\`${git} status\` names them)`;
  }
  return words.replaceAll(/\s*\n\s*/g, "; ");
}
