import type { Metadata } from "next";
import { FrontPage } from "@/components/front/front-page";
import { NotFoundPage } from "@/components/site/not-found-page";
import { pageMetadata } from "@/components/site/page-metadata";
import { listLatestPosts } from "@/lib/queries/posts";
import { findSite } from "@/lib/queries/settings";
import { contentVersion, contentVersionName } from "@/lib/site/content-version";
import { frontPageUrl } from "@/lib/urls";

export async function generateMetadata(): Promise<Metadata> {
  const { settings, written } = await findSite();
  return {
    ...(await pageMetadata({ title: settings.name, path: frontPageUrl })),
    title: { absolute: settings.name },
    other: { [contentVersionName]: contentVersion([await listLatestPosts(1), written]) },
  };
}

export default async function Page() {
  const listing = await listLatestPosts(1);
  return listing ? <FrontPage listing={listing} /> : <NotFoundPage />;
}
