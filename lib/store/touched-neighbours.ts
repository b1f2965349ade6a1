import type { PostPlace, TouchedPost } from "@/lib/store/post-view";

/**
 * Slugs of the posts that have another post before or after them than they had, or the same one under another title.
 * @param bystanders the nearest untouched public posts on both sides of each place that a touched post has or had
 * @param describeLink what a link to a post says
 */
export function findTouchedNeighbours(
  touched: readonly TouchedPost[],
  bystanders: readonly PostPlace[],
  describeLink: (place: PostPlace) => string,
): Set<string> {
  const before = describeNeighbours(describeLink, [
    ...bystanders.map((place) => ({ place, key: "" })),
    // A post that was away is another post to its neighbours, even if it looks the same.
    ...touched.flatMap(({ before, gone }) =>
      before ? { place: before.columns, key: gone ? "gone" : "" } : [],
    ),
  ]);
  const after = describeNeighbours(describeLink, [
    ...bystanders.map((place) => ({ place, key: "" })),
    ...touched.flatMap(({ after }) => (after ? { place: after.columns, key: "" } : [])),
  ]);
  const slugs = new Set([...before.keys(), ...after.keys()]);
  const none = describePair(undefined, undefined);
  return new Set(
    [...slugs].filter((slug) => (before.get(slug) ?? none) !== (after.get(slug) ?? none)),
  );
}

const describePair = (previous: unknown, next: unknown): string => JSON.stringify([previous, next]);

/** What stands beside each post, by its slug. */
function describeNeighbours(
  describeLink: (place: PostPlace) => string,
  posts: { place: PostPlace; key: string }[],
): Map<string, string> {
  const ordered = posts.sort((one, other) => comparePlaces(one.place, other.place));
  const links = ordered.map(({ place, key }) => [describeLink(place), key]);
  return new Map(
    ordered.map(({ place: { slug } }, index) => [
      slug,
      describePair(links[index - 1], links[index + 1]),
    ]),
  );
}

/** The order of all listings, oldest first. Ids are compared as SQLite does: by their bytes. */
function comparePlaces(one: PostPlace, other: PostPlace): number {
  return (
    one.month - other.month ||
    one.date - other.date ||
    Buffer.compare(Buffer.from(one.id), Buffer.from(other.id))
  );
}
