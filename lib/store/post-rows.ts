import type { Client, Row } from "@libsql/client";
import type { Picture, PostSummary, Taxonomy, TermLink } from "@/lib/publication";
import type { Language } from "@/lib/site/site-settings";

/** Columns that `readSummaries` wants, of a table or join that calls the posts `posts`. */
export const summaryColumns = `posts.id, posts.slug, posts.title, posts.date, posts.lang, posts.summary, posts.cover,
  posts.reading_minutes, posts.comments, posts.terms`;

/** Turns rows of posts into summaries, with one more query for all their terms. */
export async function readSummaries(client: Client, rows: readonly Row[]): Promise<PostSummary[]> {
  const terms = await findTermsByKey(client, rows.flatMap(termKeys));
  return rows.map((row) => toSummary(row, termsOf(row, terms)));
}

/** The keys of a post's terms, in the order of its front matter. */
export const termKeys = (row: Row): number[] => JSON.parse(String(row.terms)) as number[];

export const termsOf = (row: Row, terms: ReadonlyMap<number, TermLink>): TermLink[] =>
  termKeys(row).flatMap((key) => terms.get(key) ?? []);

export function toSummary(row: Row, terms: readonly TermLink[]): PostSummary {
  return {
    id: String(row.id),
    slug: String(row.slug),
    title: String(row.title),
    date: new Date(Number(row.date)).toISOString(),
    lang: String(row.lang) as Language,
    summary: String(row.summary),
    readingMinutes: Number(row.reading_minutes),
    comments: row.comments === 1,
    authors: terms.filter(({ taxonomy }) => taxonomy === "author"),
    categories: terms.filter(({ taxonomy }) => taxonomy === "category"),
    ...(row.cover === null ? {} : { cover: JSON.parse(String(row.cover)) as Picture }),
  };
}

export async function findTermsByKey(
  client: Client,
  keys: readonly number[],
): Promise<Map<number, TermLink>> {
  const { rows } = await client.execute({
    sql: `SELECT key, taxonomy, name, slug FROM terms
      WHERE key IN (SELECT value FROM json_each(?)) AND slug IS NOT NULL`,
    args: [JSON.stringify([...new Set(keys)])],
  });
  return new Map(
    rows.map(({ key, taxonomy, name, slug }) => [
      Number(key),
      { taxonomy: String(taxonomy) as Taxonomy, name: String(name), slug: String(slug) },
    ]),
  );
}
