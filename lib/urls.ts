import type { Taxonomy } from "@/lib/publication";

/** Every address of the site is spelt here and nowhere else. Paths are ASCII and start at the root. */

const folders = {
  category: "/categories",
  tag: "/tags",
  author: "/authors",
  source: "/sources",
} as const satisfies Record<Taxonomy, string>;

const paged = <Base extends string>(base: Base, page: number) =>
  page > 1 ? (`${base}/page/${page}` as const) : base;

const twoDigits = (month: number) => String(month).padStart(2, "0");

export const frontPageUrl = "/";

/** The accent for style sheets, and the publication's icon in it. @param accent as `#a3231b` */
export const accentSheetUrl = (accent: string) => `/accent/${digitsOf(accent)}.css` as const;

export const accentIconUrl = (accent: string) => `/accent/${digitsOf(accent)}.svg` as const;

const digitsOf = (colour: string) => colour.slice(1).toLowerCase();

export const postUrl = (slug: string) => `/posts/${slug}` as const;

/** A page of a post's comments: the first is the post's own. */
export const commentsUrl = (slug: string, page: number) =>
  page > 1 ? (`/posts/${slug}/comments/${page}` as const) : postUrl(slug);

/** Leads to a comment, on whichever page it is by then. */
export const commentUrl = (id: string) => `/comments/${id}` as const;

/** Where comments are sent to, and, with a comment to answer, the form for it. */
export const commentsApiUrl = "/api/comments";

export const replyFormUrl = (id: string) => `${commentsApiUrl}?reply=${id}` as const;

/** What the browser that asks has written and may still change. */
export const ownCommentsUrl = "/api/comments/mine";

/** What a form needs on its way. */
export const challengeUrl = "/api/comments/challenge";

/** Where comments are moderated, and its parts. */
export const moderationUrl = "/admin/comments";

export const moderationBlocksUrl = "/admin/comments/blocks";

export const moderationLogUrl = "/admin/comments/log";

export const moderationLoginUrl = "/admin/comments/login";

export const moderationLogoutUrl = "/admin/comments/logout";

/** Page 1 of everything is the front page. */
export const latestUrl = (page: number) =>
  page > 1 ? (`/latest/page/${page}` as const) : frontPageUrl;

export const taxonomyUrl = (taxonomy: Taxonomy, page = 1) => paged(folders[taxonomy], page);

export const termUrl = ({ taxonomy, slug }: { taxonomy: Taxonomy; slug: string }, page = 1) =>
  paged(`${folders[taxonomy]}/${slug}` as const, page);

export const archiveUrl = "/archive";

export const archiveYearUrl = (year: number, page = 1) => paged(`/archive/${year}` as const, page);

export const archiveMonthUrl = (year: number, month: number, page = 1) =>
  paged(`/archive/${year}/${twoDigits(month)}` as const, page);
