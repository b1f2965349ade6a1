import { cacheLife, cacheTag } from "next/cache";
import { cacheTags } from "@/lib/cache-tags";
import type { Listing, Neighbours, Post } from "@/lib/publication";
import { contentStore } from "@/lib/queries/content-store";
import { buildListing } from "@/lib/queries/paging";
import { findSettings } from "@/lib/queries/settings";
import { isSlug } from "@/lib/site/slug-format";
import {
  countPosts,
  findNeighboursBySlug,
  findPostBySlug,
  readPosts,
} from "@/lib/store/read-posts";

/** A public post. */
export async function findPost(slug: string): Promise<Post | undefined> {
  return isSlug(slug) ? findCachedPost(slug) : undefined;
}

async function findCachedPost(slug: string): Promise<Post | undefined> {
  "use cache";
  cacheLife("max");
  cacheTag(cacheTags.everything, cacheTags.post(slug));
  return findPostBySlug(contentStore(), slug);
}

/** The posts before and after a public post, by date and then id. */
export async function findNeighbours(slug: string): Promise<Neighbours> {
  return isSlug(slug) ? findCachedNeighbours(slug) : {};
}

async function findCachedNeighbours(slug: string): Promise<Neighbours> {
  "use cache";
  cacheLife("max");
  cacheTag(cacheTags.everything, cacheTags.neighbours(slug));
  return findNeighboursBySlug(contentStore(), slug);
}

/** One page of all posts; nothing where there is no such page. */
export async function listLatestPosts(page: number): Promise<Listing | undefined> {
  "use cache";
  cacheLife("max");
  cacheTag(cacheTags.everything, cacheTags.latest);
  const store = contentStore();
  const { pageSize } = await findSettings();
  return buildListing(page, await countPosts(store), pageSize, (slice) => readPosts(store, slice));
}

/** Slugs of the posts that are rendered during the build. */
export async function listNewestSlugs(): Promise<string[]> {
  const { prerenderedPosts: limit } = await findSettings();
  const posts = await readPosts(contentStore(), { offset: 0, limit });
  return posts.map(({ slug }) => slug);
}
