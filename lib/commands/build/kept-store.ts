import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { type DatabaseAddress, databaseFile } from "@/lib/site/database-address";
import { hasStore, removeStore } from "@/lib/store/store-file";

/** Hosts keep this folder of Next.js between builds; everything else is a fresh clone each time. */
const keptFolder = ".next/cache/masthead";

/**
 * Brings back the store that the last build on this host left, so that only posts that have changed since are compiled.
 * The store of this folder, where there is one, stays. A kept one that isn't what was left is as good as none.
 * @param root absolute path of the project
 * @returns whether there was one
 */
export function restoreStore(root: string, address: DatabaseAddress): boolean {
  const file = fileOf(root, address);
  if (!file || hasStore(file)) return false;
  const kept = path.join(root, keptFolder, path.basename(file));
  if (!isAsLeft(kept)) {
    rmSync(kept, { recursive: true, force: true });
    return false;
  }
  // What a store that isn't there any more has left beside it would be played back into this one.
  removeStore(file);
  copy(kept, file);
  return true;
}

/** Leaves the store for the next build on this host. */
export function keepStore(root: string, address: DatabaseAddress): void {
  const file = fileOf(root, address);
  if (!file || !existsSync(file)) return;
  const kept = path.join(root, keptFolder, path.basename(file));
  copy(file, kept);
  writeFileSync(hashFileOf(kept), hash(kept));
}

/** Whether this is a host that makes each build in a fresh clone. */
export const isFreshClone = (environment: Record<string, string | undefined>): boolean =>
  Boolean(environment.VERCEL || environment.CI);

/** Nothing where the store is a server: it stays where it is. */
function fileOf(root: string, address: DatabaseAddress): string | undefined {
  const file = databaseFile(address);
  return file === undefined ? undefined : path.resolve(root, file);
}

/** A cache that was cut off while it was packed or unpacked would fail this build, and each one after it. */
const isAsLeft = (kept: string): boolean =>
  isFile(kept) && isFile(hashFileOf(kept)) && readFileSync(hashFileOf(kept), "utf8") === hash(kept);

const isFile = (file: string): boolean =>
  statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

const hashFileOf = (file: string): string => `${file}.sha256`;

/** A store that is shipped inside a site is small enough to be read as a whole. */
const hash = (file: string): string =>
  createHash("sha256").update(readFileSync(file)).digest("hex");

/** Whole or not at all. */
function copy(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true });
  const draft = `${to}.tmp`;
  copyFileSync(from, draft);
  renameSync(draft, to);
}
