import {
  existsSync,
  lstatSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Client, LibsqlError } from "@libsql/client";
import { addressOfFile, type DatabaseAddress, databaseFile } from "@/lib/site/database-address";
import {
  ContentStoreError,
  openContentDatabase,
  openContentDatabaseForWriting,
} from "@/lib/store/content-database";
import { withRunLease } from "@/lib/store/run-lease";

/**
 * A store file that isn't there yet is filled under another name, and gets its own when it is whole. A site that has a
 * deleted file open goes on reading it meanwhile; under the same name it would take the new file's journal for its own,
 * since SQLite looks for journals by name, play it back and delete it (decisions/0001-content-store.md).
 */

interface StoreToWrite {
  client: Client;
  /** To be called when the store is whole; closes the client of a new one. @throws StoreMovedError */
  putInPlace(): Promise<void>;
}

/** Another store stands in the place of the one that was opened: it is to be opened again. */
export class StoreMovedError extends Error {
  override name = "StoreMovedError";
}

/** How often a run begins again where its store is moved under it, and how long it waits before it does, in milliseconds. */
const tries = 5;
const pause = 200;

/** The second: a site that had another file open under this name has taken the journal away, and the run can go on. */
const movedCodes = ["SQLITE_READONLY_DBMOVED", "SQLITE_IOERR_DELETE_NOENT"];

/** Whether there is a store; SQLite makes an empty file where somebody merely looks. */
export const hasStore = (file: string): boolean =>
  (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;

/**
 * Does something with the store, and once more where the store was moved meanwhile, by another run that had made it or by
 * hand: nothing that was written is lost, but it may stand in a file that nobody reads.
 */
export async function withStoreToWrite<Result>(
  address: DatabaseAddress,
  work: (store: StoreToWrite) => Promise<Result>,
): Promise<Result> {
  for (let left = tries; ; left -= 1) {
    try {
      return await withOpenStore(address, work);
    } catch (thrown) {
      if (left <= 1 || !isStoreMoved(thrown)) throw thrown;
    }
    await setTimeout(pause);
  }
}

async function withOpenStore<Result>(
  address: DatabaseAddress,
  work: (store: StoreToWrite) => Promise<Result>,
): Promise<Result> {
  const store = await openStoreToWrite(address);
  try {
    return await work(store);
  } finally {
    store.client.close();
  }
}

/** SQLite itself keeps a connection from beginning to write to a file that has another name now. */
export function isStoreMoved(thrown: unknown): boolean {
  if (thrown instanceof ContentStoreError) return isStoreMoved(thrown.cause);
  return (
    thrown instanceof StoreMovedError ||
    (thrown instanceof LibsqlError && movedCodes.includes(thrown.extendedCode ?? ""))
  );
}

/** Opens a store for a run, which may have to make it, or to go on with one that a killed run has left half made. */
export async function openStoreToWrite(address: DatabaseAddress): Promise<StoreToWrite> {
  const file = databaseFile(address);
  if (file === undefined) return openInPlace(address);
  const target = followLinks(file);
  const unfinished = `${target}.new`;
  if (existsSync(target) && (hasStore(target) || !removeStore(target))) {
    // Nobody needs it any more; a run that is making it finds out, and begins again.
    removeStore(unfinished);
    return openInPlace(address);
  }
  const client = await openContentDatabaseForWriting(addressOfFile(unfinished));
  return { client, putInPlace: () => rename(client, unfinished, target) };
}

async function openInPlace(address: DatabaseAddress): Promise<StoreToWrite> {
  const client = await openContentDatabaseForWriting(address);
  return { client, putInPlace: async () => undefined };
}

/** In this run's turn, so that no other is writing. */
async function rename(client: Client, from: string, to: string): Promise<void> {
  const placed = await withRunLease(client, async (lease) => {
    if (hasStore(to)) {
      removeStore(from);
      throw new StoreMovedError(`${to} has come while it was being made; run the command again`);
    }
    client.close();
    // A journal that a deleted store has left would be played back into this one.
    removeStore(to);
    renameSync(from, to);
    const inPlace = openContentDatabase(addressOfFile(to));
    lease.moveTo(inPlace);
    return inPlace;
  });
  placed.close();
}

/**
 * With what SQLite keeps beside it.
 * @returns false where the file can't be taken away, such as one that is mounted by itself
 */
export function removeStore(file: string): boolean {
  try {
    for (const suffix of ["", "-journal", "-wal", "-shm"]) rmSync(file + suffix, { force: true });
    return true;
  } catch {
    return false;
  }
}

/** The file itself, there or not: a link stays what it is. One that leads in a circle is SQLite's to complain of. */
function followLinks(file: string, left = 40): string {
  const isLink = lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink();
  if (!isLink || left === 0) return file;
  return followLinks(path.resolve(realpathSync(path.dirname(file)), readlinkSync(file)), left - 1);
}
