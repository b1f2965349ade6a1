import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { isProcessAlive } from "@/lib/is-process-alive";

const ownerFile = "server.pid";

/**
 * Takes a site's folder for this process, and removes what stands beside it and belongs to no running server: its site
 * isn't told what changes while it is away, threads of comments for one; and one bound holds for the disk.
 * @param folder absolute path of the site's folder, in that of all sites
 * @param pid of the server
 */
export async function claimFolder(folder: string, pid = process.pid): Promise<void> {
  const all = path.dirname(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, ownerFile), String(pid));
  for (const name of readdirSync(all)) {
    const other = path.join(all, name);
    if (other === folder || isOwned(other, pid)) continue;
    await rm(other, { recursive: true, force: true });
  }
}

function isOwned(folder: string, ownPid: number): boolean {
  const owner = readOwner(path.join(folder, ownerFile));
  // Our own number on another folder was an earlier process's: containers give the same ones at each start.
  return owner !== undefined && owner !== ownPid && isProcessAlive(owner);
}

/** Nothing where nobody has left a note. */
function readOwner(file: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(file, "utf8"), 10) || undefined;
  } catch (thrown) {
    const absent = ["ENOENT", "ENOTDIR"];
    if (thrown instanceof Error && "code" in thrown && absent.includes(String(thrown.code))) {
      return undefined;
    }
    throw thrown;
  }
}
