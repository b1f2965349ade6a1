import type { Taxonomy } from "@/lib/publication";
import { addressKey } from "@/lib/site/address-key";

/**
 * Names of what a cached page depends on; a change of content refreshes the pages that carry its tags. Each stands
 * here and nowhere else. ASCII, at most 100 bytes: slugs and ids are bounded, and other text is hashed.
 */
export const cacheTags = {
  /** A post and its former addresses; a page that found none carries it too. */
  post: (slug: string) => `post:${slug}`,
  /** What stands before and after a post. */
  neighbours: (slug: string) => `neighbours:${slug}`,
  /** Listings of all posts. */
  latest: "latest",
  /** The index of a taxonomy. */
  taxonomy: (taxonomy: Taxonomy) => `taxonomy:${taxonomy}`,
  /** A term and its posts. */
  term: (taxonomy: Taxonomy, slug: string) => `term:${taxonomy}:${slug}`,
  /** The table of years and months. */
  archive: "archive",
  year: (year: number) => `year:${year}`,
  /** @param month from 1 */
  month: (year: number, month: number) => `month:${year}-${month}`,
  /** A static page. */
  page: (path: string) => `page:${addressKey(path)}`,
  /** An old address, by its key (lib/site/address-key.ts). */
  redirect: (address: number) => `redirect:${address}`,
  /** The comments of a post, by its id. */
  comments: (postId: string) => `comments:${postId}`,
  /** How many there are: what listings show. */
  commentCount: (postId: string) => `comment-count:${postId}`,
  author: (name: string) => `author:${addressKey(name)}`,
} as const;
