import type { StoredPage } from "@/lib/page-cache/encode-page";
import type { AppPage } from "@/lib/page-cache/page";

/** Pages for tests. */
export function createPage(html: string, { tags = ["latest"], status = 200 } = {}): AppPage {
  return {
    kind: "APP_PAGE",
    html,
    rscData: Buffer.from("flight"),
    headers: { "x-next-cache-tags": tags.join(",") },
    postponed: undefined,
    status,
    segmentData: undefined,
  };
}

export const createStoredPage = (html: string, position = 1): StoredPage => ({
  page: createPage(html),
  lifetime: { revalidate: 60, expire: 3600 },
  renderedAt: 1,
  position,
});
