import type { StoredPage } from "@/lib/page-cache/encode-page";
import type { Page } from "@/lib/page-cache/page";

/** Pages for tests. */
export function createPage(html: string, { tags = ["latest"], status = 200 } = {}): Page {
  return {
    kind: "APP_PAGE",
    status,
    headers: { "x-next-cache-tags": tags.join(",") },
    body: { etag: "e", identity: Buffer.from(html) },
    inlineScripts: "none",
  };
}

/** What a page of a test holds. */
export const htmlOf = (found: { page: Page } | undefined): string | undefined =>
  found && "identity" in found.page.body ? found.page.body.identity.toString() : undefined;

export const createStoredPage = (html: string, position = 1): StoredPage => ({
  page: createPage(html),
  lifetime: { revalidate: 60, expire: 3600 },
  renderedAt: 1,
  position,
});
