import type { Client } from "@libsql/client";
import { type DatabaseAddress, databaseFile } from "@/lib/site/database-address";
import { isOfPresentVersion, openContentDatabaseForSite } from "@/lib/store/content-database";
import { tryRunLease } from "@/lib/store/run-lease";
import { isUnsettled, settle } from "@/lib/store/settle";
import { hasStore } from "@/lib/store/store-file";

/** Scheduled posts: public by their date alone, without anybody touching their files. */

/** When the next scheduled post is due, in milliseconds; nothing where none is scheduled. */
export const findNextDue = (address: DatabaseAddress): Promise<number | undefined> =>
  withStore(address, async (client) => {
    const { rows } = await client.execute(
      "SELECT min(date) AS due FROM posts WHERE public = 0 AND draft = 0",
    );
    const due = rows[0]?.due;
    return typeof due === "number" ? due : undefined;
  });

/**
 * Makes the posts public that are due; puts right what a killed run has left, too.
 * @param now milliseconds
 * @returns false while a run is writing to the store, whose end publishes what is due
 */
export async function publishDue(address: DatabaseAddress, now: number): Promise<boolean> {
  const isDone = await withStore(address, async (client) => {
    if (!(await isUnsettled(client)) && !(await isAnyDue(client, now))) return true;
    const lease = await tryRunLease(client);
    if (!lease) return false;
    try {
      await settle(client, now);
      return true;
    } finally {
      await lease.release();
    }
  });
  return isDone ?? true;
}

async function isAnyDue(client: Client, now: number): Promise<boolean> {
  const { rows } = await client.execute({
    sql: "SELECT 1 FROM posts WHERE public = 0 AND draft = 0 AND date <= ? LIMIT 1",
    args: [now],
  });
  return rows.length > 0;
}

/**
 * A store of another version belongs to another build of the site, and is left alone. Readers are served by the same
 * process: to wait for a run that is writing must not keep them waiting.
 */
async function withStore<Result>(
  address: DatabaseAddress,
  use: (client: Client) => Promise<Result>,
): Promise<Result | undefined> {
  const file = databaseFile(address);
  // To look would make an empty file.
  if (file !== undefined && !hasStore(file)) return undefined;
  const client = openContentDatabaseForSite(address);
  try {
    return (await isOfPresentVersion(client)) ? await use(client) : undefined;
  } finally {
    client.close();
  }
}
