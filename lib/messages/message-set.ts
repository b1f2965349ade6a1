import type { Taxonomy } from "@/lib/publication";

/** Every string of the interface that a reader meets, in one language. */
export interface MessageSet {
  skipToContent: string;
  mainNavigation: string;
  latest: string;
  noPosts: string;
  /** "12 posts". */
  postCount(count: number): string;
  /** A bare figure, grouped as the language does it. */
  figure(count: number): string;
  taxonomies: Record<Taxonomy, { one: string; many: string; none: string }>;
  /** "37 tags". */
  termCount(taxonomy: Taxonomy, count: number): string;
  /** One sentence for search engines: "Tag Ships: 12 posts". */
  termDescription(taxonomy: Taxonomy, name: string, count: number): string;
  archive: string;
  archiveByMonth: string;
  monthsOf(year: string): string;
  year(year: number): string;
  /** Appended to a title: "Tags (page 2)". */
  titleOfPage(title: string, page: number): string;
  pagination: {
    label: string;
    first: string;
    previous: string;
    next: string;
    last: string;
    position(page: number, pageCount: number): string;
  };
  article: {
    updated: string;
    readingTime(minutes: number): string;
    source: string;
    original: string;
    tags: string;
    neighbours: string;
    previous: string;
    next: string;
    /** Between the names of several authors. */
    and: string;
    /** On a video before it plays. `{title}` and `{host}` are filled in by the browser. */
    video: { play: string; note: string };
  };
  notFound: { title: string; text: string; home: string; archive: string };
}
