import type { Client } from "@libsql/client";
import { type DatabaseAddress, findMeta, openContentDatabase } from "@/lib/store/content-database";
import { schemaVersion } from "@/lib/store/schema";
import { settle } from "@/lib/store/settle";

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
 * Makes the posts public that are due.
 * @param now milliseconds
 * @param evenIfBusy puts right what a killed run has left, too
 * @returns false where a run is writing to the store, or was killed: the end of the next run publishes what is due
 */
export async function publishDue(
  address: DatabaseAddress,
  now: number,
  evenIfBusy = false,
): Promise<boolean> {
  const isDone = await withStore(address, async (client) => {
    const { rows } = await client.execute("SELECT 1 FROM unsettled LIMIT 1");
    if (rows.length > 0 && !evenIfBusy) return false;
    await settle(client, now);
    return true;
  });
  return isDone ?? true;
}

/** A store of another version belongs to another build of the site, and is left alone. */
async function withStore<Result>(
  address: DatabaseAddress,
  use: (client: Client) => Promise<Result>,
): Promise<Result | undefined> {
  const client = openContentDatabase(address);
  try {
    return (await findMeta(client, "schema")) === schemaVersion ? await use(client) : undefined;
  } finally {
    client.close();
  }
}
