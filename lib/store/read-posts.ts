import type { Client, Row } from "@libsql/client";
import type { ArchiveMonth, Neighbours, Post, PostLink, PostSummary } from "@/lib/publication";
import { unpackBody } from "@/lib/store/body-codec";
import { readBodyDictionary } from "@/lib/store/body-dictionaries";
import {
  chooseSummaryTerms,
  findTermsByKey,
  readShown,
  readSummaries,
  selectShown,
  summaryColumns,
  termKeys,
  termsOf,
} from "@/lib/store/post-rows";

/** A stretch of a listing. */
export interface Slice {
  offset: number;
  limit: number;
}

/** Months such as 202310, both included. */
export interface MonthRange {
  first: number;
  last: number;
}

/** A public post by its slug, with its body. */
export async function findPostBySlug(client: Client, slug: string): Promise<Post | undefined> {
  const { rows } = await client.execute({
    sql: `SELECT ${selectShown("page")}, posts.terms, bodies.html, bodies.dictionary
      FROM posts JOIN bodies ON bodies.post_key = posts.key WHERE posts.slug = ? AND posts.public = 1`,
    args: [slug],
  });
  const [row] = rows;
  if (!row) return undefined;
  const terms = termsOf(row, await findTermsByKey(client, termKeys(row)));
  const source = terms.find(({ taxonomy }) => taxonomy === "source");
  const dictionary =
    row.dictionary === null ? undefined : await readBodyDictionary(client, Number(row.dictionary));
  return {
    ...readShown(row, "page"),
    ...chooseSummaryTerms(terms),
    html: unpackBody(row.html as ArrayBuffer, dictionary),
    tags: terms.filter(({ taxonomy }) => taxonomy === "tag"),
    ...(row.source_url === null || !source
      ? {}
      : { from: { url: String(row.source_url), source } }),
  };
}

/** The public posts before and after one, in the order of all listings. */
export async function findNeighboursBySlug(client: Client, slug: string): Promise<Neighbours> {
  const neighbour = (comparison: string, direction: string) => ({
    sql: `SELECT ${selectShown("links", "other")} FROM posts AS this, posts AS other
      WHERE this.slug = ? AND this.public = 1 AND other.public = 1 AND other.slug IS NOT NULL
        AND (other.month, other.date, other.id) ${comparison} (this.month, this.date, this.id)
      ORDER BY other.month ${direction}, other.date ${direction}, other.id ${direction} LIMIT 1`,
    args: [slug],
  });
  const [previous, next] = await client.batch(
    [neighbour("<", "DESC"), neighbour(">", "ASC")],
    "read",
  );
  const link = (row: Row | undefined): PostLink | undefined => row && readShown(row, "links");
  const older = link(previous?.rows[0]);
  const newer = link(next?.rows[0]);
  return { ...(older ? { previous: older } : {}), ...(newer ? { next: newer } : {}) };
}

const everyMonth: MonthRange = { first: 0, last: 999_999 };

/** Public posts of some months, or of all, newest first. */
export async function readPosts(
  client: Client,
  { offset, limit }: Slice,
  months = everyMonth,
): Promise<PostSummary[]> {
  const start = findStart(await readMonthCounts(client, months), offset);
  if (!start) return [];
  const { rows } = await client.execute({
    sql: `SELECT ${summaryColumns} FROM (
        SELECT key, month, date, id FROM posts WHERE public = 1 AND month BETWEEN ? AND ?
        ORDER BY month DESC, date DESC, id DESC LIMIT ? OFFSET ?
      ) AS listed JOIN posts USING (key)
      WHERE posts.slug IS NOT NULL ORDER BY listed.month DESC, listed.date DESC, listed.id DESC`,
    args: [months.first, start.month, limit, start.offset],
  });
  return readSummaries(client, rows);
}

/** The month in which a listing reaches an offset, and the posts of that month which stand before it. */
function findStart(
  counts: readonly MonthCount[],
  offset: number,
): { month: number; offset: number } | undefined {
  let left = offset;
  for (const { month, count } of counts) {
    if (left < count) return { month, offset: left };
    left -= count;
  }
  return undefined;
}

export async function countPosts(client: Client, months = everyMonth): Promise<number> {
  const counts = await readMonthCounts(client, months);
  return counts.reduce((sum, { count }) => sum + count, 0);
}

interface MonthCount {
  /** Such as 202310. */
  month: number;
  count: number;
}

/** Newest first. */
async function readMonthCounts(client: Client, months: MonthRange): Promise<MonthCount[]> {
  const { rows } = await client.execute({
    sql: "SELECT month, count FROM months WHERE month BETWEEN ? AND ? ORDER BY month DESC",
    args: [months.first, months.last],
  });
  return rows.map(({ month, count }) => ({ month: Number(month), count: Number(count) }));
}

/** Months that have public posts, newest first, with their number. */
export async function readMonths(client: Client, months = everyMonth): Promise<ArchiveMonth[]> {
  const counts = await readMonthCounts(client, months);
  return counts.map(({ month, count }) => ({
    year: Math.floor(month / 100),
    month: month % 100,
    count,
  }));
}
