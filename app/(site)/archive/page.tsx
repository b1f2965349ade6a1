import type { Metadata } from "next";
import { ArchivePage } from "@/components/archive/archive-page";
import { pageMetadata } from "@/components/site/page-metadata";
import { listArchiveMonths } from "@/lib/queries/archive";
import { findSite } from "@/lib/queries/settings";
import { archiveUrl } from "@/lib/urls";

export async function generateMetadata(): Promise<Metadata> {
  const { messages } = await findSite();
  return pageMetadata({
    title: messages.archive,
    description: messages.archiveByMonth,
    path: archiveUrl,
  });
}

export default async function Page() {
  return <ArchivePage months={await listArchiveMonths()} />;
}
