import type { Metadata } from "next";
import { ArchivePage } from "@/components/archive/archive-page";
import { pageMetadata } from "@/components/site/page-metadata";
import { messages } from "@/lib/messages/messages";
import { listArchiveMonths } from "@/lib/queries/archive";
import { archiveUrl } from "@/lib/urls";

export const metadata: Metadata = pageMetadata({
  title: messages.archive,
  description: messages.archiveByMonth,
  path: archiveUrl,
});

export default async function Page() {
  return <ArchivePage months={await listArchiveMonths()} />;
}
