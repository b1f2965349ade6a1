import { mkdirSync } from "node:fs";
import path from "node:path";
import { type Client, createClient } from "@libsql/client";
import { migrate } from "@/lib/comments/store/migrate";
import { type DatabaseAddress, databaseFile } from "@/lib/site/database-address";
import { describeFailure, markFailures } from "@/lib/site/database-failures";

/** How long one writer waits for another, in milliseconds. */
const busyTimeout = 10_000;

/** The comments' database can't be used; the message says what to do. */
export class CommentsStoreError extends Error {
  override name = "CommentsStoreError";
}

/**
 * Opens the comments' database, makes it where there is none, and brings it to today's version; any number of servers and
 * commands may do so at once.
 *
 * A local file keeps a write-ahead log, so that readers and the writer don't wait for one another. SQLite's `synchronous`
 * stays at its default FULL: a commit returns when it is on the disk, and a comment is acknowledged after it.
 * @throws CommentsStoreError
 */
export async function openCommentsDatabase(address: DatabaseAddress): Promise<Client> {
  const { url, authToken } = address;
  const file = databaseFile(address);
  let client: Client | undefined;
  try {
    if (file !== undefined) mkdirSync(path.dirname(file), { recursive: true });
    const driver = createClient({
      url,
      timeout: busyTimeout,
      // Of several connections to a file, each would have to be told below how to delete. All its calls are synchronous:
      // more would do nothing faster.
      ...(file === undefined ? {} : { concurrency: 1 }),
      ...(authToken === undefined ? {} : { authToken }),
    });
    client = markFailures(driver, "comments");
    if (file !== undefined) {
      await keepWriteAheadLog(client);
      // What is erased leaves no remains in the free places of the file.
      await client.execute("PRAGMA secure_delete = ON");
    }
    await migrate(client, Date.now());
    return client;
  } catch (thrown) {
    client?.close();
    throw new CommentsStoreError(describeFailure(thrown, "comments", url), { cause: thrown });
  }
}

/** Asked for where it isn't so yet: to change the journal, a connection must be alone with the file. */
async function keepWriteAheadLog(client: Client): Promise<void> {
  const { rows } = await client.execute("PRAGMA journal_mode");
  if (rows[0]?.journal_mode !== "wal") await client.execute("PRAGMA journal_mode = WAL");
}

/** Writes a local file's log into the file, and cuts it off: former versions of pages stand in it. */
export async function emptyWriteAheadLog(client: Client): Promise<void> {
  if (client.protocol === "file") await client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}
