import type { Client } from "@libsql/client";
import { type DatabaseAddress, databaseFile } from "@/lib/site/database-address";
import { withRunLease } from "@/lib/store/run-lease";

/** A run that wrote less leaves little room, and is what somebody waits for. */
const worthCompacting = 1000;

/**
 * Takes the room out of a store that a run has written large parts of: its rows grow as they are given their slugs, and
 * what is replaced leaves holes. Readers wait for it, a second for 100,000 posts. A store on a server is its keeper's.
 * @param written posts that the run has brought or taken
 */
export async function compact(
  client: Client,
  address: DatabaseAddress,
  written: number,
): Promise<void> {
  if (databaseFile(address) === undefined || written < worthCompacting) return;
  const { rows } = await client.execute("SELECT count(*) AS count FROM posts");
  if (written < Number(rows[0]?.count) / 4) return;
  await withRunLease(client, () => client.execute("VACUUM"));
}
