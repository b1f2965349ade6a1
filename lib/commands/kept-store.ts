import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import path from "node:path";
import type { DatabaseAddress } from "@/lib/store/content-database";

/** Hosts keep this folder of Next.js between builds; everything else is a fresh clone each time. */
const keptFolder = ".next/cache/masthead";

/**
 * Brings back the store that the last build on this host left, so that only posts that have changed since are compiled.
 * The store of this folder, where there is one, stays.
 * @param root absolute path of the project
 * @returns whether there was one
 */
export function restoreStore(root: string, { url }: DatabaseAddress): boolean {
  const file = fileOf(root, url);
  if (!file || existsSync(file)) return false;
  const kept = path.join(root, keptFolder, path.basename(file));
  if (!existsSync(kept)) return false;
  copy(kept, file);
  return true;
}

/** Leaves the store for the next build on this host. */
export function keepStore(root: string, { url }: DatabaseAddress): void {
  const file = fileOf(root, url);
  if (file && existsSync(file)) copy(file, path.join(root, keptFolder, path.basename(file)));
}

/** Whether this is a host that makes each build in a fresh clone. */
export const isFreshClone = (environment: Record<string, string | undefined>): boolean =>
  Boolean(environment.VERCEL || environment.CI);

/** Nothing where the store is a server: it stays where it is. */
function fileOf(root: string, url: string): string | undefined {
  if (!url.startsWith("file:")) return undefined;
  return path.resolve(root, decodeURIComponent(url.replace(/^file:(?:\/\/)?/, "")));
}

/** Whole or not at all. */
function copy(from: string, to: string): void {
  mkdirSync(path.dirname(to), { recursive: true });
  const draft = `${to}.tmp`;
  copyFileSync(from, draft);
  renameSync(draft, to);
}
