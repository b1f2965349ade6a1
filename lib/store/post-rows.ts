import type { Client, Row } from "@libsql/client";
import type { PostSummary, Taxonomy, TermLink } from "@/lib/publication";
import { listShown, type Place } from "@/lib/store/post-column";
import { postColumns, type ShownFields } from "@/lib/store/post-columns";

const columnsOf = {
  links: listShown(postColumns, "links"),
  listings: listShown(postColumns, "listings"),
  page: listShown(postColumns, "page"),
};

/** What a place shows of a post, for SELECT. @param table what the query calls `posts` */
export const selectShown = (place: Place, table = "posts"): string =>
  columnsOf[place].map(([, { name }]) => `${table}.${name}`).join(", ");

/** Columns that `readSummaries` wants, of a table or join that calls the posts `posts`. */
export const summaryColumns = `${selectShown("listings")}, posts.terms`;

/** Turns rows of posts into summaries, with one more query for all their terms. */
export async function readSummaries(client: Client, rows: readonly Row[]): Promise<PostSummary[]> {
  const terms = await findTermsByKey(client, rows.flatMap(termKeys));
  return rows.map((row) => toSummary(row, termsOf(row, terms)));
}

/** The keys of a post's terms, in the order of its front matter. */
export const termKeys = (row: Row): number[] => postColumns.terms.of.read(row.terms ?? null);

export const termsOf = (row: Row, terms: ReadonlyMap<number, TermLink>): TermLink[] =>
  termKeys(row).flatMap((key) => terms.get(key) ?? []);

const toSummary = (row: Row, terms: readonly TermLink[]): PostSummary => ({
  ...readShown(row, "listings"),
  ...chooseSummaryTerms(terms),
});

export const chooseSummaryTerms = (
  terms: readonly TermLink[],
): Pick<PostSummary, "authors" | "categories"> => ({
  authors: terms.filter(({ taxonomy }) => taxonomy === "author"),
  categories: terms.filter(({ taxonomy }) => taxonomy === "category"),
});

/** The fields that a place shows of a post, of a row that `selectShown` has selected for it. */
export function readShown<At extends Place>(row: Row, place: At): ShownFields[At] {
  const fields = columnsOf[place].flatMap(([field, { name, of, inOtherForm }]) => {
    const value = row[name] ?? null;
    return inOtherForm || value === null ? [] : [[field, of.read(value)] as const];
  });
  // Each field as its own column reads it; only those that may be missing in a post can be NULL.
  return Object.fromEntries(fields) as ShownFields[At];
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
