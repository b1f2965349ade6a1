import { appendHash } from "@/lib/site/slug-format";

/** A post that must have a slug no other post has. */
export interface Contender {
  key: number;
  id: string;
  /** What it has now. */
  slug: string | null;
  /** What it has where nobody else wants it. ASCII. */
  base: string;
}

/** Six letters tell two posts of the same title apart; more are needed only against a front matter that forges them. */
const hashLengths = [6, 12, 24];

/** What a post could be called, best first. */
export const listCandidates = ({ base, id }: Pick<Contender, "base" | "id">): string[] => [
  base,
  ...hashLengths.map((length) => appendHash(base, id, length)),
];

/**
 * The slug of a contender: its base if it is the first that wants it, else the base with a hash of its id.
 * @param taken slugs of other posts
 * @throws Error where even the longest hash is taken, which takes two posts of one id
 */
export function chooseSlug(
  contender: Contender,
  first: boolean,
  taken: ReadonlySet<string>,
): string {
  const candidates = listCandidates(contender);
  const free = (first ? candidates : candidates.slice(1)).find(
    (candidate) => !taken.has(candidate),
  );
  if (free === undefined) throw new Error(`no slug is left for post ${contender.id}`);
  return free;
}
