import {
  chownSync,
  closeSync,
  copyFileSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Client } from "@libsql/client";
import { syncToDisk } from "@/lib/commands/comments/sync-to-disk";
import { CommentsStoreError, openCommentsDatabase } from "@/lib/comments/store/comments-database";
import {
  closeForOthers,
  copyDatabase,
  leaveWriteAheadLog,
  verifyCopy,
} from "@/lib/comments/store/copy-database";
import {
  countAllComments,
  insertSurroundings,
  listThreads,
} from "@/lib/comments/store/transfer-comments";
import { ArchiveError } from "@/lib/comments/transfer/comment-archive";
import { storeIncoming } from "@/lib/comments/transfer/import-comments";
import { readPortable } from "@/lib/comments/transfer/import-portable";
import { addressOfFile, type DatabaseAddress, databaseFile } from "@/lib/site/database-address";
import { isSameDatabase } from "@/lib/site/same-database";

interface Restored {
  comments: number;
  /** Ids of the posts whose threads may be others now. */
  threads: string[];
  /** Where what was there before is now. */
  aside?: string;
}

/**
 * Puts a backup in the place of the comments' database; what was there is kept beside it. On a server, a backup is brought into
 * an empty database. Nobody may have the database open meanwhile.
 * @param replace whether comments that are there may be put aside
 * @param now milliseconds since 1970 UTC
 * @throws CommentsStoreError, ArchiveError
 */
export async function restoreComments(
  address: DatabaseAddress,
  backup: { file: string; replace: boolean },
  now: number,
): Promise<Restored> {
  const target = databaseFile(address);
  if (!statSync(backup.file, { throwIfNoEntry: false })?.isFile()) {
    throw new ArchiveError(`${backup.file} is no file`);
  }
  if (target !== undefined && isSameDatabase(address, addressOfFile(backup.file))) {
    throw new ArchiveError(`${backup.file} is the comments' database itself`);
  }
  return target === undefined
    ? restoreToServer(address, backup.file)
    : restoreToFile(target, backup, now);
}

async function restoreToFile(
  target: string,
  { file, replace }: { file: string; replace: boolean },
  now: number,
): Promise<Restored> {
  const draft = `${target}.restoring`;
  mkdirSync(path.dirname(target), { recursive: true });
  removeDatabase(draft);
  try {
    const made = await makeDatabase(file, draft);
    const present = await closeForOthers(target);
    if (present !== undefined && present.comments > 0 && !replace) {
      throw new CommentsStoreError(
        `${present.comments} comments are in ${target}: with --replace they are put aside, beside the file, and this backup takes their place`,
      );
    }
    giveToOwner(draft, target);
    syncToDisk(draft);
    const aside = `${target}.replaced-${new Date(now).toISOString().replaceAll(":", "-")}`;
    if (present !== undefined) {
      copyFileSync(target, aside);
      syncToDisk(aside);
    }
    // In one step: there is a database under this name at every moment.
    renameSync(draft, target);
    syncToDisk(path.dirname(target));
    const threads = [...new Set([...made.threads, ...(present?.threads ?? [])])];
    return { ...made, threads, ...(present === undefined ? {} : { aside }) };
  } catch (thrown) {
    removeDatabase(draft);
    throw thrown;
  }
}

/**
 * A database in a file of its own, from a backup of either kind, and of today's version before anybody reads it.
 * @returns what is in it
 */
async function makeDatabase(file: string, draft: string): Promise<Restored> {
  writeFileSync(draft, "", { mode: 0o600, flag: "wx" });
  const isExport = isText(file);
  if (!isExport) {
    // What a mere `cp` has taken from a running site is whole with its log alone.
    if (hasBytes(`${file}-wal`)) await copyDatabase(file, draft);
    else await copyBytes(file, draft);
    // The copy, and not the backup: SQLite may write beside what it opens.
    await verifyCopy(draft);
  }
  const client = await openCommentsDatabase(addressOfFile(draft));
  try {
    if (isExport) await bringIn(client, file);
    await leaveWriteAheadLog(client);
    return { comments: await countAllComments(client), threads: await listThreads(client) };
  } finally {
    client.close();
  }
}

/** Into a file that is there, whose rights stay. */
const copyBytes = (from: string, to: string): Promise<void> =>
  pipeline(createReadStream(from), createWriteStream(to, { flags: "r+" }));

const hasBytes = (file: string): boolean =>
  (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;

async function restoreToServer(address: DatabaseAddress, file: string): Promise<Restored> {
  if (!isText(file)) {
    throw new ArchiveError(
      `${file} is a database, and COMMENTS_DATABASE_URL names a server: restore it into a file (COMMENTS_DATABASE_URL=file:…), then \`npm run comments -- export\` from there and restore that`,
    );
  }
  const client = await openCommentsDatabase(address);
  try {
    const present = await countAllComments(client);
    if (present > 0) {
      throw new CommentsStoreError(
        `${present} comments are in the database at ${address.url}: a backup is restored into an empty one, and \`npm run comments -- import\` adds what isn't there`,
      );
    }
    await bringIn(client, file);
    return { comments: await countAllComments(client), threads: await listThreads(client) };
  } finally {
    client.close();
  }
}

async function bringIn(client: Client, file: string): Promise<void> {
  const name = path.basename(file);
  const { incoming, skipped, surroundings } = readPortable(readJson(file), name);
  if (skipped[0]) throw new ArchiveError(`${skipped[0].place}: error: ${skipped[0].reason}`);
  await insertSurroundings(client, surroundings);
  await storeIncoming(client, incoming);
}

/** Databases begin with the name of their format. */
function isText(file: string): boolean {
  const name = Buffer.from("SQLite format 3");
  const start = Buffer.alloc(name.length);
  const handle = openSync(file, "r");
  try {
    readSync(handle, start);
  } finally {
    closeSync(handle);
  }
  return !start.equals(name);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown;
    throw new ArchiveError(`${file} is no backup: neither a database nor JSON (${thrown.message})`);
  }
}

/** Root may restore what another user serves. */
function giveToOwner(draft: string, target: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(existsSync(target) ? target : path.dirname(target));
  chownSync(draft, uid, gid);
}

function removeDatabase(file: string): void {
  for (const suffix of ["", "-journal", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
}
