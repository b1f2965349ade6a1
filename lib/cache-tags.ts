import { type Taxonomy, taxonomies } from "@/lib/publication";
import { addressKey } from "@/lib/site/address-key";

/**
 * Names of what a cached page depends on; a change of content refreshes the pages that carry its tags. Each stands
 * here and nowhere else. ASCII, at most 100 bytes: slugs and ids are bounded, and other text is hashed.
 */
export const cacheTags = {
  /** Every page that is made from content: where so much has changed that single tags would not be worth it. */
  everything: "everything",
  /** What the publication says of itself: it stands on every page, those for addresses with nothing behind them too. */
  settings: "settings",
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

/** Whether a text can be one of the tags above; what can't is a mistake of whoever asks for it to be refreshed. */
export const isCacheTag = (text: string): boolean =>
  text.length <= maxTagLength && tagPattern.test(text);

const maxTagLength = 100;

const slug = "[a-z0-9]+(?:-[a-z0-9]+)*";

const tagPattern = new RegExp(
  `^(?:everything|settings|latest|archive|(?:post|neighbours):${slug}|taxonomy:(?:${taxonomies.join("|")})` +
    `|term:(?:${taxonomies.join("|")}):${slug}|year:\\d{1,4}|month:\\d{1,4}-(?:[1-9]|1[0-2])` +
    "|(?:page|redirect|author):\\d{1,16}|(?:comments|comment-count):[\\w.-]{1,64})$",
);
