import type { Client, Row } from "@libsql/client";
import type { PostSummary, Taxonomy, Term } from "@/lib/publication";
import { readSummaries, summaryColumns } from "@/lib/store/post-rows";
import type { Slice } from "@/lib/store/read-posts";

const inUse = "taxonomy = ? AND count > 0 AND slug IS NOT NULL";

const toTerm = (row: Row): Term => ({
  taxonomy: String(row.taxonomy) as Taxonomy,
  name: String(row.name),
  slug: String(row.slug),
  count: Number(row.count),
});

/** Terms that have public posts, most used first. */
export async function readTerms(
  client: Client,
  taxonomy: Taxonomy,
  { offset, limit }: Slice,
): Promise<Term[]> {
  const { rows } = await client.execute({
    sql: `SELECT taxonomy, name, slug, count FROM terms WHERE ${inUse}
      ORDER BY count DESC, slug LIMIT ? OFFSET ?`,
    args: [taxonomy, limit, offset],
  });
  return rows.map(toTerm);
}

export async function countTerms(client: Client, taxonomy: Taxonomy): Promise<number> {
  const { rows } = await client.execute({
    sql: `SELECT count(*) AS count FROM terms WHERE ${inUse}`,
    args: [taxonomy],
  });
  return Number(rows[0]?.count ?? 0);
}

export async function findTermBySlug(
  client: Client,
  taxonomy: Taxonomy,
  slug: string,
): Promise<Term | undefined> {
  const { rows } = await client.execute({
    sql: `SELECT taxonomy, name, slug, count FROM terms WHERE ${inUse} AND slug = ?`,
    args: [taxonomy, slug],
  });
  return rows[0] && toTerm(rows[0]);
}

/**
 * Public posts with a term, newest first: one stretch of one index, then a look at each post. The index is entered from
 * the end that is nearer, so that the last page of a huge tag costs what the first one costs.
 */
export async function readPostsByTerm(
  client: Client,
  { taxonomy, slug, count }: Pick<Term, "taxonomy" | "slug" | "count">,
  { offset, limit }: Slice,
): Promise<PostSummary[]> {
  const fromOldest = offset > count / 2;
  const direction = fromOldest ? "ASC" : "DESC";
  const length = Math.max(0, Math.min(limit, count - offset));
  const { rows } = await client.execute({
    sql: `SELECT ${summaryColumns} FROM (
        SELECT id, date FROM post_terms
        WHERE term_key = (SELECT key FROM terms WHERE taxonomy = ? AND slug = ?) AND public = 1
        ORDER BY date ${direction}, id ${direction} LIMIT ? OFFSET ?
      ) AS listed JOIN posts ON posts.id = listed.id
      WHERE posts.slug IS NOT NULL ORDER BY listed.date DESC, listed.id DESC`,
    args: [taxonomy, slug, length, fromOldest ? count - offset - length : offset],
  });
  return readSummaries(client, rows);
}
