import type { Listing, PostSummary } from "@/lib/publication";
import { countPages } from "@/lib/site/page-number";
import type { Slice } from "@/lib/store/read-posts";

/** Where a page lies in a listing; nothing where the listing has no such page. Page 1 is there even when empty. */
export function findSlice(
  page: number,
  total: number,
  pageSize: number,
): { slice: Slice; pageCount: number } | undefined {
  const pageCount = countPages(total, pageSize);
  if (page < 1 || page > pageCount) return undefined;
  return { slice: { offset: (page - 1) * pageSize, limit: pageSize }, pageCount };
}

/** One page of a listing, read only where there is such a page. */
export async function buildListing(
  page: number,
  total: number,
  pageSize: number,
  read: (slice: Slice) => Promise<PostSummary[]>,
): Promise<Listing | undefined> {
  const found = findSlice(page, total, pageSize);
  if (!found) return undefined;
  return { posts: await read(found.slice), total, page, pageCount: found.pageCount };
}
