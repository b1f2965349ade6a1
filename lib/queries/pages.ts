import { cacheLife, cacheTag } from "next/cache";
import { cacheTags } from "@/lib/cache-tags";
import type { StaticPage } from "@/lib/publication";
import { contentStore } from "@/lib/queries/content-store";
import { mayBeFormer, readAddress } from "@/lib/read-address";
import { addressKey } from "@/lib/site/address-key";
import { isSlug } from "@/lib/site/slug-format";
import { findPageByAddress, findRedirectedSlug, readPageAddresses } from "@/lib/store/read-pages";
import { postUrl } from "@/lib/urls";

/** A static page by its path without the slash at the start, such as `about`. */
export async function findStaticPage(path: string): Promise<StaticPage | undefined> {
  return path.split("/").every(isSlug) ? findCachedPage(path) : undefined;
}

async function findCachedPage(path: string): Promise<StaticPage | undefined> {
  "use cache";
  cacheLife("max");
  cacheTag(cacheTags.everything, cacheTags.page(path));
  return findPageByAddress(contentStore(), path);
}

/** Where the post now is that once had this path; the path starts with a slash. */
export async function findRedirect(path: string): Promise<ReturnType<typeof postUrl> | undefined> {
  if (!mayBeFormer(readAddress(path))) return undefined;
  // The key, not the path, is what is cached: an address of any length makes a small entry.
  const slug = await findCachedRedirect(addressKey(path));
  return slug === undefined ? undefined : postUrl(slug);
}

async function findCachedRedirect(address: number): Promise<string | undefined> {
  "use cache";
  cacheLife("max");
  cacheTag(cacheTags.everything, cacheTags.redirect(address));
  return findRedirectedSlug(contentStore(), address);
}

/** Paths of all static pages, without the slash at the start. */
export async function listStaticPagePaths(): Promise<string[]> {
  return readPageAddresses(contentStore());
}
