import { InternalLink } from "@/components/links/internal-link";
import { PostList } from "@/components/listing/post-list";
import { Pagination } from "@/components/pagination/pagination";
import { ListingPage } from "@/components/site/listing-page";
import { MovedPage } from "@/components/site/moved-page";
import { NotFoundPage } from "@/components/site/not-found-page";
import { AuthorNote } from "@/components/terms/author-note";
import type { Taxonomy } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";
import { findAuthorProfile, findTerm, listPostsByTerm } from "@/lib/queries/terms";
import { taxonomyUrl, termUrl } from "@/lib/urls";

interface TermPageProps {
  taxonomy: Taxonomy;
  slug: string;
  page?: number;
}

/** The posts of a tag, a category, an author or a source. */
export async function TermPage({ taxonomy, slug, page = 1 }: TermPageProps) {
  const { messages } = await findSite();
  const [term, listing] = await Promise.all([
    findTerm(taxonomy, slug),
    listPostsByTerm(taxonomy, slug, page),
  ]);
  if (!term) return <MovedPage path={termUrl({ taxonomy, slug })} />;
  if (!listing) return <NotFoundPage />;
  const profile =
    taxonomy === "author" && page === 1 ? await findAuthorProfile(term.name) : undefined;
  return (
    <ListingPage
      kicker={
        <InternalLink href={taxonomyUrl(taxonomy)} className="quiet-link">
          {messages.taxonomies[taxonomy].one}
        </InternalLink>
      }
      title={term.name}
      note={messages.postCount(term.count)}
      aside={profile && <AuthorNote profile={profile} />}
    >
      <PostList posts={listing.posts} />
      <Pagination {...listing} urlOf={(number) => termUrl(term, number)} />
    </ListingPage>
  );
}
