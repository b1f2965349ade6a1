import type { Client } from "@libsql/client";
import { recordChanges } from "@/lib/store/change-log";
import type { PostColumns } from "@/lib/store/post-column";
import { postColumns } from "@/lib/store/post-columns";
import { redirectSlugs } from "@/lib/store/redirect-slugs";
import { settleTerms } from "@/lib/store/settle-terms";
import { type Contender, chooseSlug, contestOrder, listCandidates } from "@/lib/store/slug-contest";

/** Rows of one statement; bounds what is held in memory, whatever the size of the archive. */
const chunkSize = 2000;

/**
 * Ends a run: gives slugs to new posts and terms, counts the terms and months that were touched, publishes what has come due,
 * and logs what all this has changed for readers.
 * What the batches left behind in `unsettled` is put right, so a run that was killed is made good by the next one.
 * @param now milliseconds
 */
export async function settle(
  client: Client,
  now: number,
  columns: PostColumns = postColumns,
): Promise<void> {
  await publishDuePosts(client, now);
  const { rows } = await client.execute("SELECT kind, value FROM unsettled");
  if (rows.length > 0) {
    await settlePostSlugs(client);
    await settleTerms(client);
    await countMonths(client);
    // What another run, which is still writing, has left meanwhile is that run's to settle.
    await client.execute({
      sql: `DELETE FROM unsettled WHERE (kind, value) IN
        (SELECT value ->> 0, value ->> 1 FROM json_each(?))`,
      args: [JSON.stringify(rows.map(({ kind, value }) => [kind, value]))],
    });
  }
  await recordChanges(client, columns);
}

/** Whether a run was killed before it had settled what it had written, or is still writing. */
export async function isUnsettled(client: Client): Promise<boolean> {
  const { rows } = await client.execute(`SELECT 1 WHERE EXISTS (SELECT 1 FROM unsettled)
    OR EXISTS (SELECT 1 FROM touched_posts) OR EXISTS (SELECT 1 FROM touched_names)`);
  return rows.length > 0;
}

async function publishDuePosts(client: Client, now: number): Promise<void> {
  const due = "public = 0 AND draft = 0 AND date <= ?";
  const args = [now];
  await client.batch(
    [
      {
        sql: `INSERT OR IGNORE INTO unsettled SELECT 'slug', slug_base FROM posts WHERE ${due}`,
        args,
      },
      {
        sql: `INSERT OR IGNORE INTO unsettled SELECT 'term', term.value FROM posts, json_each(posts.terms) AS term
          WHERE ${due}`,
        args,
      },
      {
        sql: `INSERT OR IGNORE INTO unsettled SELECT 'month', month FROM posts WHERE ${due}`,
        args,
      },
      {
        sql: `UPDATE post_terms SET public = 1 WHERE public = 0 AND (term_key, public, date, id) IN (
            SELECT term.value, public, date, posts.id FROM posts, json_each(posts.terms) AS term WHERE ${due})`,
        args,
      },
      { sql: `UPDATE posts SET public = 1 WHERE ${due}`, args },
    ],
    "write",
  );
}

async function countMonths(client: Client): Promise<void> {
  const touched = "SELECT CAST(value AS INTEGER) FROM unsettled WHERE kind = 'month'";
  await client.batch(
    [
      `DELETE FROM months WHERE month IN (${touched})`,
      `INSERT INTO months SELECT month, count(*) FROM posts WHERE public = 1 AND month IN (${touched}) GROUP BY month`,
    ],
    "write",
  );
}

/**
 * Among posts that want the same slug, the one that says so in its front matter has it, else the oldest public one; the
 * others get a short hash behind it. The outcome depends on the posts alone, not on the order in which they came.
 */
async function settlePostSlugs(client: Client): Promise<void> {
  let after = "";
  for (;;) {
    const { rows } = await client.execute({
      sql: `SELECT key, id, slug, slug_base FROM posts
        WHERE slug_base IN (SELECT value FROM unsettled WHERE kind = 'slug' AND value > ? ORDER BY value LIMIT ?)
        ORDER BY slug_base, ${contestOrder}`,
      args: [after, chunkSize],
    });
    const { rows: ends } = await client.execute({
      sql: `SELECT max(value) AS last FROM
        (SELECT value FROM unsettled WHERE kind = 'slug' AND value > ? ORDER BY value LIMIT ?)`,
      args: [after, chunkSize],
    });
    const last = ends[0]?.last;
    if (typeof last !== "string") return;
    const contenders = rows.map((row) => ({
      key: Number(row.key),
      id: String(row.id),
      slug: row.slug === null ? null : String(row.slug),
      base: String(row.slug_base),
    }));
    await assignSlugs(client, contenders);
    after = last;
  }
}

async function assignSlugs(client: Client, contenders: readonly Contender[]): Promise<void> {
  const taken = await findSlugsOfOthers(client, contenders);
  const changes: { key: number; id: string; from: string | null; to: string }[] = [];
  let base: string | undefined;
  for (const contender of contenders) {
    const to = chooseSlug(contender, contender.base !== base, taken);
    base = contender.base;
    taken.add(to);
    if (to !== contender.slug)
      changes.push({ key: contender.key, id: contender.id, from: contender.slug, to });
  }
  if (changes.length === 0) return;
  const args = [JSON.stringify(changes)];
  await client.batch(
    [
      // Slugs may change hands within the list.
      {
        sql: "UPDATE posts SET slug = NULL WHERE key IN (SELECT value ->> 'key' FROM json_each(?))",
        args,
      },
      {
        sql: `UPDATE posts SET slug = change.value ->> 'to' FROM json_each(?) AS change
          WHERE posts.key = change.value ->> 'key'`,
        args,
      },
      ...redirectSlugs(
        changes.flatMap(({ id, from }) => (from === null ? [] : [{ id, slug: from }])),
      ),
    ],
    "write",
  );
}

/** A slug with a hash may be what a post of another base has, or asks for in its front matter. */
async function findSlugsOfOthers(
  client: Client,
  contenders: readonly Contender[],
): Promise<Set<string>> {
  const { rows } = await client.execute({
    sql: `SELECT slug FROM posts WHERE slug IN (SELECT value FROM json_each(?))
      AND key NOT IN (SELECT value FROM json_each(?))`,
    args: [
      JSON.stringify(contenders.flatMap(listCandidates)),
      JSON.stringify(contenders.map(({ key }) => key)),
    ],
  });
  return new Set(rows.map(({ slug }) => String(slug)));
}
