import type { Client, InStatement } from "@libsql/client";
import { keepAddresses } from "@/lib/store/redirect-slugs";
import { deletePagesAndAuthors, deletePosts, each } from "@/lib/store/removal-statements";

/** What happens to files without being compiled: they go, they move, they are touched. */

/**
 * Forgets files that are gone from the folder, with their documents, in one transaction. The ids of their posts and the
 * addresses that they had are kept: a folder may be away for a moment, as it is while it is copied or mounted.
 */
export async function removeFiles(client: Client, paths: readonly string[]): Promise<void> {
  await client.batch(
    [
      ...(await keepAddresses(client, paths)),
      {
        sql: `INSERT OR REPLACE INTO absent_posts SELECT path, post_id FROM files
          WHERE post_id IS NOT NULL AND path IN ${each}`,
        args: [JSON.stringify(paths)],
      },
      ...forgetFiles(paths),
    ],
    "write",
  );
}

function forgetFiles(paths: readonly string[]): InStatement[] {
  const args = [JSON.stringify(paths)];
  return [
    {
      sql: `DELETE FROM redirects WHERE declared = 1 AND post_id IN
        (SELECT post_id FROM files WHERE path IN ${each})`,
      args,
    },
    ...deletePosts(paths),
    ...deletePagesAndAuthors(paths),
    { sql: `DELETE FROM files WHERE path IN ${each}`, args },
  ];
}

/**
 * Takes note that files have moved, so that their posts keep their ids, in one transaction. All at once: two files may
 * have changed places. The files must be compiled again: addresses and dates may come from the path.
 */
export async function moveFiles(
  client: Client,
  moves: readonly { from: string; to: string }[],
): Promise<void> {
  const movedAway = new Set(moves.map(({ from }) => from));
  const overwritten = moves.map(({ to }) => to).filter((to) => !movedAway.has(to));
  const args = [JSON.stringify(moves)];
  // No file has such a path, so that no two rows ever have the same one.
  const waiting = "char(10) || ";
  await client.batch(
    [
      ...forgetFiles(overwritten),
      ...["files", "posts", "pages", "authors"].flatMap((table) => [
        {
          sql: `UPDATE ${table} SET path = ${waiting}path
            WHERE path IN (SELECT value ->> 'from' FROM json_each(?))`,
          args,
        },
        {
          sql: `UPDATE ${table} SET path = move.value ->> 'to' FROM json_each(?) AS move
            WHERE ${table}.path = ${waiting}(move.value ->> 'from')`,
          args,
        },
      ]),
      {
        sql: `UPDATE files SET hash = '', stamp = ''
          WHERE path IN (SELECT value ->> 'to' FROM json_each(?))`,
        args,
      },
    ],
    "write",
  );
}

/** Takes note of new stamps of files whose bytes are the same. */
export async function restampFiles(
  client: Client,
  files: readonly { path: string; stamp: string }[],
): Promise<void> {
  await client.execute({
    sql: `UPDATE files SET stamp = new.value ->> 'stamp' FROM json_each(?) AS new
      WHERE files.path = new.value ->> 'path'`,
    args: [JSON.stringify(files.map(({ path, stamp }) => ({ path, stamp })))],
  });
}
