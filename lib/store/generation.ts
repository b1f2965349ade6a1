import { createHash, type Hash } from "node:crypto";
import type { Client } from "@libsql/client";
import { findMeta } from "@/lib/store/content-database";

/** Rows read at a time. */
const chunkSize = 5000;

/**
 * Names the state of the store after a run, by a hash over all that readers can see: a build that was made from one
 * generation holds for it alone.
 * @returns the generation, which is kept in the store too
 */
export async function updateGeneration(client: Client): Promise<string> {
  const hash = createHash("sha256");
  for (const table of ["posts", "pages", "authors"]) {
    const own = table === "posts" ? "t.id, t.slug, t.public" : "t.path, '', ''";
    let after = "";
    for (;;) {
      const { rows } = await client.execute({
        sql: `SELECT t.path, f.hash, f.pipeline, ${own} FROM ${table} AS t JOIN files AS f ON f.path = t.path
          WHERE t.path > ? ORDER BY t.path LIMIT ?`,
        args: [after, chunkSize],
      });
      for (const row of rows) hash.update(JSON.stringify(Object.values(row)));
      const last = rows.at(-1);
      if (rows.length < chunkSize || !last) break;
      after = String(last.path);
    }
    hash.update(table);
  }
  // Slugs of terms, and where old addresses lead, may depend on what was there before.
  await hashRows(
    client,
    hash,
    "SELECT taxonomy, name, slug, count FROM terms ORDER BY taxonomy, name",
  );
  await hashRows(client, hash, "SELECT address, post_id FROM redirects ORDER BY address, post_id");
  const generation = hash.digest("hex").slice(0, 16);
  if ((await findMeta(client, "generation")) !== generation) {
    await client.execute({
      sql: "INSERT OR REPLACE INTO meta VALUES ('generation', ?)",
      args: [generation],
    });
  }
  return generation;
}

async function hashRows(client: Client, hash: Hash, sql: string): Promise<void> {
  for (let offset = 0; ; offset += chunkSize) {
    const { rows } = await client.execute({
      sql: `${sql} LIMIT ? OFFSET ?`,
      args: [chunkSize, offset],
    });
    for (const row of rows) hash.update(JSON.stringify(Object.values(row)));
    if (rows.length < chunkSize) return;
  }
}
