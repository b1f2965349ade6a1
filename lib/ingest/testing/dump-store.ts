import type { Client } from "@libsql/client";
import { listWatched } from "@/lib/store/post-column";
import { postColumns } from "@/lib/store/post-columns";

/** Keys of terms are not the same in two stores. */
const shown = listWatched(postColumns).filter((name) => name !== postColumns.terms.name);

/** For tests only: all that readers can see of a store, and what a run may leave to the next, as one text. */
export async function dumpStore(client: Client): Promise<string> {
  const results = await client.batch(
    [
      `SELECT ${shown.join(", ")}, (SELECT json_group_array(name) FROM json_each(posts.terms) AS t JOIN terms ON terms.key = t.value) AS terms FROM posts ORDER BY id`,
      "SELECT path, hash, post_id, problems, outdated FROM files ORDER BY path",
      "SELECT taxonomy, name, slug, count FROM terms ORDER BY taxonomy, name",
      "SELECT month, count FROM months ORDER BY month",
      "SELECT * FROM redirects ORDER BY address, post_id",
      "SELECT path, address, title FROM pages ORDER BY path",
      "SELECT path, name FROM authors ORDER BY path",
      "SELECT * FROM absent_posts ORDER BY path",
      "SELECT json FROM settings",
      "SELECT * FROM unsettled",
      "SELECT * FROM touched_posts",
    ],
    "read",
  );
  return JSON.stringify(
    results.map(({ rows }) => rows.map((row) => Object.values(row))),
    null,
    1,
  );
}
