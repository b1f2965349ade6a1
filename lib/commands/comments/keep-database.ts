import path from "node:path";
import { backUpComments } from "@/lib/commands/comments/backup-comments";
import { refreshThreads } from "@/lib/commands/comments/refresh-threads";
import { restoreComments } from "@/lib/commands/comments/restore-comments";
import { listSitesOfFolder } from "@/lib/commands/site/running-sites";
import { CommentsStoreError } from "@/lib/comments/store/comments-database";
import { printable } from "@/lib/printable.mjs";
import type { DatabaseAddress } from "@/lib/site/database-address";

/** Backing up and restoring, as their keeper sees it; paths are as seen from where npm was called. */

const fromCaller = (file: string): string => path.resolve(process.env.INIT_CWD ?? ".", file);

export async function backUpAloud(
  address: DatabaseAddress,
  { folder, keep }: { folder: string; keep: number | undefined },
): Promise<void> {
  const { file, comments, removed } = await backUpComments(
    address,
    { folder: fromCaller(folder), keep },
    Date.now(),
  );
  const old = removed.length === 0 ? "" : `; ${removed.length} older ones are removed`;
  console.log(`${comments} comments are in ${printable(file)}, read again and found whole${old}`);
}

export async function restoreAloud(
  root: string,
  address: DatabaseAddress,
  { file, replace }: { file: string; replace: boolean },
): Promise<void> {
  const [running] = await listSitesOfFolder(root);
  if (running) {
    throw new CommentsStoreError(
      `a site runs in this folder on port ${running.port}: stop it before the comments are restored`,
    );
  }
  const restored = await restoreComments(address, { file: fromCaller(file), replace }, Date.now());
  console.log(`${restored.comments} comments of ${printable(file)} are in place`);
  if (restored.aside) console.log(`what was there before is in ${printable(restored.aside)}`);
  await refreshThreads(restored.threads);
}
