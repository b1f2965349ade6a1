import { createHash } from "node:crypto";
import { readdirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";

export interface ListedFile {
  /** Relative to the content folder, with `/`. */
  path: string;
  /** Size and times: as long as it stays the same, so do the bytes. Empty where the file is too fresh for that. */
  stamp: string;
  /** Bytes; 0 where it isn't known. */
  size: number;
}

/** A file system may date two changes of one moment alike, so a stamp is trusted once its file has rested. */
const restingNs = 2_000_000_000n;

/** Folders without posts, wherever they stand: installed packages, and what Jekyll's authors hold back. */
const skippedFolders = new Set(["node_modules", "_drafts"]);

/**
 * All post files below a folder, sorted by path. Links are followed, each folder once; hidden files are left alone. A
 * file that can't be looked at is listed all the same: reading it will tell why. Synchronous, which for 100,000 files
 * takes a fifth of the time.
 * @param now milliseconds
 * @throws Error where the folder itself can't be read
 */
export function listFiles(contentDirectory: string, now: number): ListedFile[] {
  const files: ListedFile[] = [];
  const seen = new Set<string>();
  const pending = [""];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const absolute = path.join(contentDirectory, folder);
    const real = realpathSync(absolute);
    if (seen.has(real)) continue;
    seen.add(real);
    for (const entry of readdirSync(absolute, { withFileTypes: true })) {
      if (entry.name.startsWith(".") || skippedFolders.has(entry.name)) continue;
      const relative = folder === "" ? entry.name : `${folder}/${entry.name}`;
      const stats = entry.isDirectory()
        ? undefined
        : statSync(path.join(contentDirectory, relative), { bigint: true, throwIfNoEntry: false });
      if (entry.isDirectory() || stats?.isDirectory()) pending.push(relative);
      else if (/\.(?:md|markdown)$/i.test(entry.name)) {
        const rested = stats && stats.ctimeNs + restingNs < BigInt(now) * 1_000_000n;
        const stamp = rested ? `${stats.size}-${stats.mtimeNs}-${stats.ctimeNs}-${stats.ino}` : "";
        files.push({ path: relative, stamp, size: Number(stats?.size ?? 0n) });
      }
    }
  }
  return files.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** 128 bits over the bytes of a file. */
export const hashBytes = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex").slice(0, 32);
