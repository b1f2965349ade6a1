import type { Metadata } from "next";
import { LatestPage } from "@/components/listing/latest-page";
import { readPageParam } from "@/components/pagination/page-param";
import { NotFoundPage } from "@/components/site/not-found-page";
import { notFoundMetadata, pageMetadata } from "@/components/site/page-metadata";
import { listLatestPosts } from "@/lib/queries/posts";
import { findSite } from "@/lib/queries/settings";
import { frontPageUrl, latestUrl } from "@/lib/urls";

type Props = PageProps<"/latest/page/[page]">;

export const generateStaticParams = () => [{ page: "2" }];

async function findListing({ params }: Props) {
  const page = readPageParam((await params).page, frontPageUrl);
  return page ? listLatestPosts(page) : undefined;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const listing = await findListing(props);
  if (!listing) return notFoundMetadata();
  const { messages } = await findSite();
  return pageMetadata({
    title: messages.titleOfPage(messages.latest, listing.page),
    path: latestUrl(listing.page),
  });
}

export default async function Page(props: Props) {
  const listing = await findListing(props);
  return listing ? <LatestPage listing={listing} /> : <NotFoundPage />;
}
