import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { isFileSystemError } from "@/lib/ingest/file-system-error";

/**
 * While Git checks something out, files are missing that come back under another name or with other words. It holds
 * `index.lock` meanwhile, and a run that would take down what is missing waits for that.
 */

/** Git is still at work after a while. */
export class GitAtWorkError extends Error {
  override name = "GitAtWorkError";
}

/** In milliseconds. */
const patience = 10_000;
const interval = 100;

/** A lock that is older was left by a Git that has died, or is held by one that waits for words of its user. */
const staleAfter = 120_000;

/**
 * Waits while Git is at work in the content folder.
 * @returns whether it was: then what is missing may be there again
 * @throws GitAtWorkError where it takes longer than ten seconds
 */
export async function waitForGit(contentDirectory: string, longest = patience): Promise<boolean> {
  const lock = findLock(contentDirectory);
  if (lock === undefined || !isHeld(lock)) return false;
  for (const end = performance.now() + longest; performance.now() < end; ) {
    await setTimeout(interval);
    if (!isHeld(lock)) return true;
  }
  throw new GitAtWorkError(
    `Git is at work in the content folder, and files are missing there that readers see: nothing was taken down. Run the command again when it is done; where no Git is running, delete ${lock}`,
  );
}

function isHeld(lock: string): boolean {
  const stats = statSync(lock, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs < staleAfter;
}

/** Where the repository that the folder belongs to has its lock; nothing where it belongs to none. */
function findLock(folder: string): string | undefined {
  const git = path.join(folder, ".git");
  const stats = statSync(git, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return path.join(git, "index.lock");
  if (stats?.isFile()) {
    // A worktree or a submodule, whose repository is elsewhere.
    const [, elsewhere] = /^gitdir: (.+)$/m.exec(readText(git)) ?? [];
    return elsewhere && path.join(path.resolve(folder, elsewhere), "index.lock");
  }
  const parent = path.dirname(folder);
  return parent === folder ? undefined : findLock(parent);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (thrown) {
    // Somebody else's repository: whoever may not read it can't wait for it.
    if (isFileSystemError(thrown)) return "";
    throw thrown;
  }
}
