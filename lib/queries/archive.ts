import { cacheLife, cacheTag } from "next/cache";
import { cacheTags } from "@/lib/cache-tags";
import type { ArchiveMonth, Listing } from "@/lib/publication";
import { contentStore } from "@/lib/queries/content-store";
import { buildListing } from "@/lib/queries/paging";
import { findSettings } from "@/lib/queries/settings";
import { countPosts, type MonthRange, readMonths, readPosts } from "@/lib/store/read-posts";

/** Every month that has posts, newest first. */
export async function listArchiveMonths(): Promise<ArchiveMonth[]> {
  "use cache";
  cacheLife("max");
  cacheTag(cacheTags.everything, cacheTags.archive);
  return readMonths(contentStore());
}

/** The months of one year that have posts, newest first. */
export async function listArchiveMonthsOfYear(year: number): Promise<ArchiveMonth[]> {
  "use cache";
  cacheLife("max");
  cacheTag(cacheTags.everything, cacheTags.year(year));
  return readMonths(contentStore(), monthsOf(year));
}

const monthsOf = (year: number): MonthRange => ({ first: year * 100 + 1, last: year * 100 + 12 });

/** One page of a year's posts; nothing where the year has no posts or no such page. */
export async function listPostsOfYear(year: number, page: number): Promise<Listing | undefined> {
  "use cache";
  cacheLife("max");
  cacheTag(cacheTags.everything, cacheTags.year(year));
  return listPostsOf(monthsOf(year), page);
}

/**
 * One page of a month's posts; nothing where the month has no posts or no such page.
 * @param month from 1
 */
export async function listPostsOfMonth(
  year: number,
  month: number,
  page: number,
): Promise<Listing | undefined> {
  "use cache";
  cacheLife("max");
  cacheTag(cacheTags.everything, cacheTags.month(year, month));
  return listPostsOf({ first: year * 100 + month, last: year * 100 + month }, page);
}

async function listPostsOf(months: MonthRange, page: number): Promise<Listing | undefined> {
  const store = contentStore();
  const total = await countPosts(store, months);
  if (total === 0) return undefined;
  const { pageSize } = await findSettings();
  return buildListing(page, total, pageSize, (slice) => readPosts(store, slice, months));
}
