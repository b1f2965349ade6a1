import { NotFoundNotice } from "@/components/site/not-found-notice";
import { notFoundMetadata } from "@/components/site/page-metadata";

export const metadata = notFoundMetadata;

export default function NotFound() {
  return <NotFoundNotice />;
}
