import { renameSync, statSync } from "node:fs";
import { type Client, LibsqlError } from "@libsql/client";
import { type DatabaseAddress, databaseFile } from "@/lib/site/database-address";
import { openContentDatabase, openContentDatabaseForWriting } from "@/lib/store/content-database";
import { withRunLease } from "@/lib/store/run-lease";

/**
 * A store file that isn't there yet is filled under another name, and gets its own when it is whole. A site that has a
 * deleted file open goes on reading it meanwhile; under the same name it would take the new file's journal for its own,
 * since SQLite looks for journals by name, play it back and delete it (decisions/0001-content-store.md).
 */

export interface StoreToWrite {
  client: Client;
  /** To be called when the store is whole; closes the client of a new one. @throws where `isStoreMoved` */
  putInPlace(): Promise<void>;
}

/**
 * Whether a run could write no longer because its store has got another name meanwhile, from another run or by hand:
 * nothing is lost, and it is to be opened again.
 */
export const isStoreMoved = (thrown: unknown): boolean =>
  thrown instanceof LibsqlError && thrown.extendedCode === "SQLITE_READONLY_DBMOVED";

/** Whether there is a store; SQLite makes an empty file where somebody merely looks. */
export const hasStore = (file: string): boolean =>
  (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;

/** Opens a store for a run, which may have to make it, or to go on with one that a killed run has left half made. */
export async function openStoreToWrite(address: DatabaseAddress): Promise<StoreToWrite> {
  const file = databaseFile(address);
  if (file === undefined || hasStore(file)) {
    const client = await openContentDatabaseForWriting(address);
    return { client, putInPlace: async () => undefined };
  }
  const client = await openContentDatabaseForWriting({ ...address, url: `${address.url}.new` });
  return { client, putInPlace: () => rename(client, file, address) };
}

/** In this run's turn, so that no other is writing. */
async function rename(client: Client, file: string, address: DatabaseAddress): Promise<void> {
  const placed = await withRunLease(client, async (lease) => {
    client.close();
    renameSync(`${file}.new`, file);
    const inPlace = openContentDatabase(address);
    lease.moveTo(inPlace);
    return inPlace;
  });
  placed.close();
}
