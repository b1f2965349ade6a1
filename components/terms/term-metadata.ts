import type { Metadata } from "next";
import { notFoundMetadata, pageMetadata } from "@/components/site/page-metadata";
import type { Taxonomy } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";
import { findAuthorProfile, findTerm, listPostsByTerm, listTerms } from "@/lib/queries/terms";
import { parsePageNumber } from "@/lib/site/page-number";
import { taxonomyUrl, termUrl } from "@/lib/urls";

/** For a page of all terms of a kind. `page` is as the address spells it. */
export async function taxonomyMetadata(taxonomy: Taxonomy, page = "1"): Promise<Metadata> {
  const { messages } = await findSite();
  const number = parsePageNumber(page);
  if (!number || !(await listTerms(taxonomy, number))) return notFoundMetadata();
  return pageMetadata({
    title: messages.titleOfPage(messages.taxonomies[taxonomy].many, number),
    path: taxonomyUrl(taxonomy, number),
  });
}

/** For a page of the posts of one term. `page` is as the address spells it. */
export async function termMetadata(
  taxonomy: Taxonomy,
  { slug, page = "1" }: { slug: string; page?: string },
): Promise<Metadata> {
  const { messages } = await findSite();
  const number = parsePageNumber(page);
  const term = await findTerm(taxonomy, slug);
  if (!term || !number || !(await listPostsByTerm(taxonomy, slug, number)))
    return notFoundMetadata();
  const profile = taxonomy === "author" ? await findAuthorProfile(term.name) : undefined;
  return pageMetadata({
    title: messages.titleOfPage(term.name, number),
    description: profile?.summary || messages.termDescription(taxonomy, term.name, term.count),
    path: termUrl(term, number),
  });
}
