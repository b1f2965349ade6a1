import { cacheLife, cacheTag } from "next/cache";
import { cacheTags } from "@/lib/cache-tags";
import type { AuthorProfile, Listing, Taxonomy, Term, TermListing } from "@/lib/publication";
import { contentStore } from "@/lib/queries/content-store";
import { buildListing, findSlice } from "@/lib/queries/paging";
import { findSettings } from "@/lib/queries/settings";
import { termsPerPage } from "@/lib/site/page-number";
import { isSlug } from "@/lib/site/slug-format";
import { findAuthorByName } from "@/lib/store/read-pages";
import { countTerms, findTermBySlug, readPostsByTerm, readTerms } from "@/lib/store/read-terms";

/** Term pages of each taxonomy that are rendered during the build. */
const prerenderedTerms = 5;

/** One page of a taxonomy's terms that have posts, most used first; nothing where there is no such page. */
export async function listTerms(
  taxonomy: Taxonomy,
  page: number,
): Promise<TermListing | undefined> {
  "use cache";
  cacheLife("max");
  cacheTag(cacheTags.everything, cacheTags.taxonomy(taxonomy));
  const store = contentStore();
  const total = await countTerms(store, taxonomy);
  const found = findSlice(page, total, termsPerPage);
  if (!found) return undefined;
  return {
    terms: await readTerms(store, taxonomy, found.slice),
    total,
    page,
    pageCount: found.pageCount,
  };
}

/** A term that has posts. */
export async function findTerm(taxonomy: Taxonomy, slug: string): Promise<Term | undefined> {
  return isSlug(slug) ? findCachedTerm(taxonomy, slug) : undefined;
}

async function findCachedTerm(taxonomy: Taxonomy, slug: string): Promise<Term | undefined> {
  "use cache";
  cacheLife("max");
  cacheTag(cacheTags.everything, cacheTags.term(taxonomy, slug));
  return findTermBySlug(contentStore(), taxonomy, slug);
}

/** One page of a term's posts; nothing where there is no such term or page. */
export async function listPostsByTerm(
  taxonomy: Taxonomy,
  slug: string,
  page: number,
): Promise<Listing | undefined> {
  return isSlug(slug) ? listCachedPostsByTerm(taxonomy, slug, page) : undefined;
}

async function listCachedPostsByTerm(
  taxonomy: Taxonomy,
  slug: string,
  page: number,
): Promise<Listing | undefined> {
  "use cache";
  cacheLife("max");
  cacheTag(cacheTags.everything, cacheTags.term(taxonomy, slug));
  const store = contentStore();
  const term = await findTermBySlug(store, taxonomy, slug);
  if (!term) return undefined;
  const { pageSize } = await findSettings();
  return buildListing(page, term.count, pageSize, (slice) => readPostsByTerm(store, term, slice));
}

/** Slugs of the terms whose pages are rendered during the build. */
export async function listMostUsedTermSlugs(taxonomy: Taxonomy): Promise<string[]> {
  const terms = await readTerms(contentStore(), taxonomy, { offset: 0, limit: prerenderedTerms });
  return terms.map(({ slug }) => slug);
}

/** What an author's own file says, by the name as posts give it. */
export async function findAuthorProfile(name: string): Promise<AuthorProfile | undefined> {
  "use cache";
  cacheLife("max");
  cacheTag(cacheTags.everything, cacheTags.author(name));
  return findAuthorByName(contentStore(), name);
}
