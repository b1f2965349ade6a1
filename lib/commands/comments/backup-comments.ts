import {
  createWriteStream,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  backupName,
  listBackups,
  listUnfinished,
  unfinishedName,
} from "@/lib/commands/comments/backup-names";
import { syncToDisk } from "@/lib/commands/comments/sync-to-disk";
import { openCommentsDatabase } from "@/lib/comments/store/comments-database";
import { copyDatabase, verifyCopy } from "@/lib/comments/store/copy-database";
import { exportComments } from "@/lib/comments/transfer/export-comments";
import { readPortable } from "@/lib/comments/transfer/import-portable";
import { type DatabaseAddress, databaseFile } from "@/lib/site/database-address";

interface Backup {
  /** Path of the new file. */
  file: string;
  comments: number;
  /** Names of old ones that were removed. */
  removed: string[];
}

/**
 * Backs the comments up into a folder of the site's own, while the site runs: a database in a file as a copy of one moment, one
 * on a server as its export. The new file gets its name when it is whole, on the disk, and has been read again; only then do
 * old ones go.
 * @param keep how many backups stay, this one among them; unset: all
 * @param now milliseconds since 1970 UTC
 */
export async function backUpComments(
  address: DatabaseAddress,
  { folder, keep }: { folder: string; keep?: number | undefined },
  now: number,
): Promise<Backup> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of listUnfinished(folder, now)) rmSync(path.join(folder, name), { force: true });
  const source = databaseFile(address);
  const name = backupName(now, source === undefined ? "json" : "db");
  const draft = path.join(folder, unfinishedName(name));
  // It holds e-mail addresses and keys: its owner's alone, before a byte is in it.
  writeFileSync(draft, "", { mode: 0o600, flag: "wx" });
  try {
    const comments =
      source === undefined ? await exportTo(address, draft) : await copyTo(source, draft);
    renameSync(draft, path.join(folder, name));
    syncToDisk(folder);
    const removed = keep === undefined ? [] : listBackups(folder).slice(0, -keep);
    for (const old of removed) rmSync(path.join(folder, old));
    return { file: path.join(folder, name), comments, removed };
  } catch (thrown) {
    for (const suffix of ["", "-journal", "-wal", "-shm"]) rmSync(draft + suffix, { force: true });
    throw thrown;
  }
}

async function copyTo(source: string, draft: string): Promise<number> {
  await copyDatabase(source, draft);
  syncToDisk(draft);
  return verifyCopy(draft);
}

async function exportTo(address: DatabaseAddress, draft: string): Promise<number> {
  const client = await openCommentsDatabase(address);
  try {
    const output = createWriteStream(draft, { flags: "r+" });
    await pipeline(Readable.from(exportComments(client, Date.now())), output);
  } finally {
    client.close();
  }
  syncToDisk(draft);
  const { incoming, skipped } = readPortable(
    JSON.parse(readFileSync(draft, "utf8")),
    path.basename(draft),
  );
  if (skipped[0]) throw new Error(`the backup can't be read again: ${skipped[0].reason}`);
  return incoming.length;
}
