import { NotFoundNotice } from "@/components/site/not-found-notice";
import { notFoundMetadata } from "@/components/site/page-metadata";
import { findSite } from "@/lib/queries/settings";

export const generateMetadata = notFoundMetadata;

export default async function NotFound() {
  const { messages } = await findSite();
  return <NotFoundNotice words={messages.notFound} />;
}
