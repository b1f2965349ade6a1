import { PostList } from "@/components/listing/post-list";
import { Pagination } from "@/components/pagination/pagination";
import { ListingPage } from "@/components/site/listing-page";
import { messages } from "@/lib/messages/messages";
import type { Listing } from "@/lib/publication";
import { latestUrl } from "@/lib/urls";

/** All posts from the second page on; the first is the front page. */
export function LatestPage({ listing }: { listing: Listing }) {
  return (
    <ListingPage title={messages.latest} note={messages.postCount(listing.total)}>
      <PostList posts={listing.posts} />
      <Pagination {...listing} urlOf={latestUrl} />
    </ListingPage>
  );
}
