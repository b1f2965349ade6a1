import { emptyArchiveSlug } from "@/components/site/empty-archive";
import type { Taxonomy } from "@/lib/publication";
import { listMostUsedTermSlugs } from "@/lib/queries/terms";

/** The terms whose pages are rendered during the build; the others are at their first visit. */
export async function listTermParams(taxonomy: Taxonomy): Promise<{ slug: string }[]> {
  const slugs = await listMostUsedTermSlugs(taxonomy);
  return (slugs.length > 0 ? slugs : [emptyArchiveSlug]).map((slug) => ({ slug }));
}

/** As `listTermParams`, for the second page of the most used term. */
export async function listTermPageParams(
  taxonomy: Taxonomy,
): Promise<{ slug: string; page: string }[]> {
  const [first] = await listTermParams(taxonomy);
  return [{ slug: first?.slug ?? emptyArchiveSlug, page: "2" }];
}
