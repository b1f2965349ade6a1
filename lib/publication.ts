import type { Post as PostDocument } from "contentlayer/generated";
import type { Language } from "@/lib/site/site-settings";

/** The four ways in which posts are grouped. An outlet that is author, tag and category has a term of each kind. */
export const taxonomies = ["category", "tag", "author", "source"] as const;

export type Taxonomy = (typeof taxonomies)[number];

/** A term as a post names it. `name` is shown; `slug` is ASCII, unique within its taxonomy, and stands in addresses. */
export interface TermLink {
  taxonomy: Taxonomy;
  name: string;
  slug: string;
}

export interface Term extends TermLink {
  /** Public posts that carry the term. */
  count: number;
}

/** What a listing shows of a post. */
export interface PostSummary extends Pick<PostDocument, "title"> {
  id: string;
  /** ASCII, at most 80 bytes. */
  slug: string;
  /** A line under the title. */
  subtitle?: string;
  /** ISO 8601 instant in UTC. */
  date: string;
  /** Plain text; the author's own, else the opening of the body. May be empty. */
  summary: string;
  /** Language of the text, for fonts and line breaking. */
  lang: Language;
  cover?: Picture;
  /** Whole minutes, at least 1. */
  readingMinutes: number;
  /** Whether it is open to comments. */
  comments: boolean;
  authors: TermLink[];
  categories: TermLink[];
}

export interface Picture {
  src: string;
  /** CSS pixels; known for pictures that live in `public/`. */
  width?: number;
  height?: number;
}

/** A post with all that its own page shows. */
export interface Post extends PostSummary {
  /** Sanitised HTML of the body. */
  html: string;
  /** ISO 8601 instant in UTC. */
  updated?: string;
  tags: TermLink[];
  /** Address of the original, `http(s)` only, and the site it is on. */
  from?: { url: string; source: TermLink };
}

/** A public post as far as its comments have to know it. */
export interface ThreadPost extends PostLink {
  id: string;
  /** ISO 8601 instant in UTC. */
  date: string;
  /** Whether its front matter, or the site, opens it to comments. */
  comments: boolean;
}

/** What names the post of a thread here; a slug is the one of today. */
export type ThreadPostName = { id: string } | { slug: string };

/** What a thread from elsewhere knows of its post. An address is a path from the root, perhaps with a query. */
export type ThreadPostTrace = { id: string } | { address: string } | { title: string };

export interface PostLink {
  slug: string;
  title: string;
  lang: Language;
}

export interface Neighbours {
  /** The next older post. */
  previous?: PostLink;
  /** The next newer post. */
  next?: PostLink;
}

/** One page of posts, newest first, ordered by date and then id. */
export interface Listing {
  posts: PostSummary[];
  /** All posts of the listing, over all its pages. */
  total: number;
  /** From 1. */
  page: number;
  pageCount: number;
}

export interface ArchiveMonth {
  year: number;
  /** 1 to 12, in the site's time zone. */
  month: number;
  count: number;
}

export interface StaticPage {
  title: string;
  html: string;
  lang: Language;
  summary: string;
}

/** An author's own page; `Term` holds the name. */
export interface AuthorProfile {
  name: string;
  summary: string;
  html: string;
  lang: Language;
}

/** One page of a taxonomy's terms, most used first. */
export interface TermListing {
  terms: Term[];
  total: number;
  page: number;
  pageCount: number;
}
