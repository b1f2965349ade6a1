import type { Client } from "@libsql/client";

/** Threads that readers see otherwise than their cached pages show. */
interface ChangedThreads {
  postIds: string[];
  /** Up to here the changes are known; later ones have greater numbers. */
  last: number;
}

/** What triggers of the database have noted, each within the transaction of its change. */
export async function readChangedThreads(client: Client): Promise<ChangedThreads> {
  const { rows } = await client.execute(
    "SELECT post_id, max(id) AS last FROM thread_changes GROUP BY post_id",
  );
  return {
    postIds: rows.map(({ post_id }) => String(post_id)),
    last: Math.max(0, ...rows.map(({ last }) => Number(last))),
  };
}

/** Once their pages are out of date for the cache too. */
export async function forgetChangedThreads(client: Client, last: number): Promise<void> {
  await client.execute({ sql: "DELETE FROM thread_changes WHERE id <= ?", args: [last] });
}
