import { cacheTags } from "@/lib/cache-tags";
import { describeBy } from "@/lib/store/describe-post";
import type { PostColumns } from "@/lib/store/post-column";
import { postColumns } from "@/lib/store/post-columns";
import type { PostPlace, PostView, TouchedPost } from "@/lib/store/post-view";
import { findTouchedNeighbours } from "@/lib/store/touched-neighbours";
import {
  archiveMonthUrl,
  archiveUrl,
  archiveYearUrl,
  frontPageUrl,
  postUrl,
  taxonomyUrl,
  termUrl,
} from "@/lib/urls";

/** Cache tags, each with the address of the page that it names; none where that can't be told from the tag. */
export type TouchedTags = Map<string, string | undefined>;

/**
 * The cache tags of all that looks different after posts have changed. Exact, with two exceptions on the safe side: the
 * table of months and the index of a taxonomy count as touched also where what one post took away another one brought,
 * because readers may have seen the figures in between; and old addresses where the posts that claim them have changed.
 * @param bystanders as `findTouchedNeighbours` wants them
 */
export function deriveTouchedTags(
  touched: readonly TouchedPost[],
  bystanders: readonly PostPlace[],
  columns: PostColumns = postColumns,
): TouchedTags {
  const describe = describeBy(columns);
  const tags: TouchedTags = new Map();
  for (const post of touched) {
    const views = [post.before, post.after].filter((view) => view !== undefined);
    if (post.gone || post.body || describe.page(post.before) !== describe.page(post.after)) {
      for (const {
        columns: { slug },
      } of views)
        tags.set(cacheTags.post(slug), postUrl(slug));
    }
    const listedAnew = post.gone || describe.summary(post.before) !== describe.summary(post.after);
    if (listedAnew && views.length > 0) addListings(tags, views, post.gone);
    addTerms(tags, post, listedAnew);
    if (post.gone || describe.claims(post.before) !== describe.claims(post.after)) {
      for (const { addresses } of views) {
        for (const [address] of addresses) tags.set(cacheTags.redirect(address), undefined);
      }
    }
  }
  for (const slug of findTouchedNeighbours(touched, bystanders, describe.link)) {
    tags.set(cacheTags.neighbours(slug), postUrl(slug));
  }
  return tags;
}

function addListings(tags: TouchedTags, views: readonly PostView[], gone: boolean): void {
  tags.set(cacheTags.latest, frontPageUrl);
  const months = new Set(views.map(({ columns }) => columns.month));
  for (const number of months) {
    const [year, month] = [Math.floor(number / 100), number % 100];
    tags.set(cacheTags.year(year), archiveYearUrl(year));
    tags.set(cacheTags.month(year, month), archiveMonthUrl(year, month));
  }
  if (gone || views.length === 1 || months.size > 1) tags.set(cacheTags.archive, archiveUrl);
}

function addTerms(
  tags: TouchedTags,
  { before, after, gone }: TouchedPost,
  listedAnew: boolean,
): void {
  const keys = (view: PostView | undefined) => new Set(view?.terms.map(describeTerm));
  const had = keys(before);
  const has = keys(after);
  for (const term of [...(before?.terms ?? []), ...(after?.terms ?? [])]) {
    const [taxonomy, slug] = term;
    const moved = gone || had.has(describeTerm(term)) !== has.has(describeTerm(term));
    if (moved || listedAnew) {
      tags.set(cacheTags.term(taxonomy, slug), termUrl({ taxonomy, slug }));
    }
    if (moved) tags.set(cacheTags.taxonomy(taxonomy), taxonomyUrl(taxonomy));
  }
}

const describeTerm = (term: PostView["terms"][number]): string => JSON.stringify(term);
