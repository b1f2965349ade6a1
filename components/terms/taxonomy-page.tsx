import { Pagination } from "@/components/pagination/pagination";
import { ListingPage } from "@/components/site/listing-page";
import { NotFoundPage } from "@/components/site/not-found-page";
import { TermIndex } from "@/components/terms/term-index";
import type { Taxonomy } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";
import { listTerms } from "@/lib/queries/terms";
import { taxonomyUrl } from "@/lib/urls";

/** All tags, categories, authors or sources. */
export async function TaxonomyPage({ taxonomy, page = 1 }: { taxonomy: Taxonomy; page?: number }) {
  const { messages } = await findSite();
  const listing = await listTerms(taxonomy, page);
  if (!listing) return <NotFoundPage />;
  const { many, none } = messages.taxonomies[taxonomy];
  return (
    <ListingPage title={many} note={messages.termCount(taxonomy, listing.total)}>
      {listing.terms.length > 0 ? (
        <TermIndex terms={listing.terms} />
      ) : (
        <p className="empty">{none}</p>
      )}
      <Pagination {...listing} urlOf={(number) => taxonomyUrl(taxonomy, number)} />
    </ListingPage>
  );
}
