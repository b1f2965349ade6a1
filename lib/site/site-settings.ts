import type { CommentSettings } from "@/lib/site/comment-settings";

/** Languages that the interface speaks and that the text of a post can be marked as. BCP 47. */
export const languages = ["zh-Hans", "zh-Hant", "en"] as const;

export type Language = (typeof languages)[number];

export interface NavigationItem {
  label: string;
  /** An address on this site, from the root (`/about`), or a full `https://` address. */
  href: string;
}

/** What makes one publication differ from another; `lib/settings.ts` holds the values. */
export interface SiteSettings {
  name: string;
  /** For the narrow masthead of a phone. */
  shortName: string;
  /** One sentence, for search engines and feeds. */
  description: string;
  /** Language of the interface, and of a post whose own language can't be told. */
  locale: Language;
  /** IANA name. Dates without a zone are read in it and all dates are shown in it. */
  timeZone: string;
  /** Posts on a page of a listing; the front page is the first page of all posts. */
  pageSize: number;
  /** Newest posts rendered during the build; every other page is rendered at its first visit. */
  prerenderedPosts: number;
  /** Whether a post without `comments:` in its front matter is open to comments. */
  commentsByDefault: boolean;
  comments: CommentSettings;
  navigation: NavigationItem[];
  /** A line at the foot of every page. */
  footer: string;
}
