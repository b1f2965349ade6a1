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

export const postUrl = (slug: string) => `/posts/${slug}` as const;

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
