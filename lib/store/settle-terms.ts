import type { Client } from "@libsql/client";
import { hashedTermSlug } from "@/lib/site/slug-format";
import { slugify } from "@/lib/text/slug";

/** Counts the terms that a run has touched, forgets those without posts, and gives new ones their slugs. */
export async function settleTerms(client: Client): Promise<void> {
  const touched = "key IN (SELECT CAST(value AS INTEGER) FROM unsettled WHERE kind = 'term')";
  await client.batch(
    [
      `UPDATE terms SET count = (SELECT count(*) FROM post_terms WHERE term_key = terms.key AND public = 1)
        WHERE ${touched}`,
      `DELETE FROM terms WHERE ${touched} AND NOT EXISTS (SELECT 1 FROM post_terms WHERE term_key = terms.key)`,
    ],
    "write",
  );

  // Of new terms that want the same slug, the one that was used first has it.
  const { rows } = await client.execute(
    `SELECT key, taxonomy, name,
        (SELECT min(date) FROM post_terms WHERE term_key = terms.key AND public = 1) AS first_public,
        (SELECT min(date) FROM post_terms WHERE term_key = terms.key AND public = 0) AS first_hidden
      FROM terms WHERE slug IS NULL
      ORDER BY min(ifnull(first_public, 9e15), ifnull(first_hidden, 9e15)), name`,
  );
  if (rows.length === 0) return;
  const { rows: settled } = await client.execute(
    "SELECT taxonomy, slug FROM terms WHERE slug IS NOT NULL",
  );
  const taken = new Set(settled.map(({ taxonomy, slug }) => `${taxonomy}/${slug}`));
  const slugs = rows.map(({ key, taxonomy, name }) => {
    const slug = termSlug(String(name), (candidate) => taken.has(`${taxonomy}/${candidate}`));
    taken.add(`${taxonomy}/${slug}`);
    return { key: Number(key), slug };
  });
  await client.execute({
    sql: `UPDATE terms SET slug = new.value ->> 'slug' FROM json_each(?) AS new
      WHERE terms.key = new.value ->> 'key'`,
    args: [JSON.stringify(slugs)],
  });
}

function termSlug(name: string, isTaken: (slug: string) => boolean): string {
  const { slug, truncated } = slugify(name);
  const withHash = hashedTermSlug(slug, name);
  return slug === "" || truncated || isTaken(slug) ? withHash : slug;
}
