/** Posts that are edited over and over; every page that shows one says in which edition. */

export const titleOf = (post: number, edition: number): string =>
  `Stale post ${post} edition ${edition}`;

/** Edition by post. */
export type Editions = ReadonlyMap<number, number>;

/** The oldest edition of each post that a page shows, wherever it shows it: title, body, listing, way to the next post. */
export function readEditions(html: string): Editions {
  const oldest = new Map<number, number>();
  for (const [, post, edition] of html.matchAll(/Stale post (\d+) edition (\d+)/g)) {
    const known = oldest.get(Number(post)) ?? Number.POSITIVE_INFINITY;
    oldest.set(Number(post), Math.min(known, Number(edition)));
  }
  return oldest;
}

/**
 * Whether a page shows what was there before.
 * @param published what was published when the page was asked for; a page may be ahead of it
 */
export const isStale = (shown: Editions, published: Editions): boolean =>
  [...shown].some(([post, edition]) => edition < (published.get(post) ?? 0));
