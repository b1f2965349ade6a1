import { PostList } from "@/components/listing/post-list";
import { Pagination } from "@/components/pagination/pagination";
import { ListingPage } from "@/components/site/listing-page";
import type { Listing } from "@/lib/publication";
import { findSite } from "@/lib/queries/settings";
import { latestUrl } from "@/lib/urls";

/** All posts from the second page on; the first is the front page. */
export async function LatestPage({ listing }: { listing: Listing }) {
  const { messages } = await findSite();
  return (
    <ListingPage title={messages.latest} note={messages.postCount(listing.total)}>
      <PostList posts={listing.posts} />
      <Pagination {...listing} urlOf={latestUrl} />
    </ListingPage>
  );
}
