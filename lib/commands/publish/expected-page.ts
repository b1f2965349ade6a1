import type { Client } from "@libsql/client";
import { buildListing } from "@/lib/queries/paging";
import { readAddress } from "@/lib/read-address";
import { completeSettings } from "@/lib/settings";
import { addressKey } from "@/lib/site/address-key";
import { contentVersion, contentVersionName } from "@/lib/site/content-version";
import { findRedirectedSlug } from "@/lib/store/read-pages";
import { countPosts, findPostBySlug, readPosts } from "@/lib/store/read-posts";
import { readStoredSettings } from "@/lib/store/site-settings";
import { frontPageUrl, postUrl } from "@/lib/urls";

/** What an address must answer once it shows the present state of the store. */
interface ExpectedPage {
  /** Any other status counts as not yet; unset where the store alone doesn't tell. */
  status?: number;
  /** Where a redirect leads. */
  location?: string;
  /** Content version that stands in the page. */
  version?: string;
}

export async function findExpectedPage(client: Client, address: string): Promise<ExpectedPage> {
  if (address === frontPageUrl) {
    const total = await countPosts(client);
    const { given, written } = await readStoredSettings(client);
    const { pageSize } = completeSettings(given);
    const listing = await buildListing(1, total, pageSize, (slice) => readPosts(client, slice));
    return { status: 200, version: contentVersion([listing, written]) };
  }
  const at = readAddress(address);
  if (at.kind !== "post") return {};
  const post = await findPostBySlug(client, at.slug);
  if (post) return { status: 200, version: contentVersion(post) };
  const moved = await findRedirectedSlug(client, addressKey(address));
  return moved === undefined ? { status: 404 } : { status: 308, location: postUrl(moved) };
}

/** Why an answer isn't what is expected; nothing where it is. */
export function describeDifference(
  expected: ExpectedPage,
  answer: { status: number; location: string | null; html: string },
): string | undefined {
  if (answer.status >= 500) return `it answers ${answer.status}`;
  if (expected.status !== undefined && answer.status !== expected.status) {
    return `it answers ${answer.status} in the place of ${expected.status}`;
  }
  if (expected.location !== undefined && !answer.location?.endsWith(expected.location)) {
    return `it leads to ${answer.location} in the place of ${expected.location}`;
  }
  if (expected.version !== undefined && readVersion(answer.html) !== expected.version) {
    return "it shows another state";
  }
  return undefined;
}

/** The site writes the element itself, so its spelling is known. */
const readVersion = (html: string): string | undefined =>
  new RegExp(`<meta name="${contentVersionName}" content="([a-z0-9]+)"`).exec(html)?.[1];
