import { appendHash } from "@/lib/site/slug-format";
import { compareCodePoints } from "@/lib/text/code-point-order";

/** A post that must have a slug no other post has. */
export interface Contender {
  key: number;
  id: string;
  /** What it has now. */
  slug: string | null;
  /** What it has where nobody else wants it. ASCII. */
  base: string;
}

/** A post as it stands in the contest for a slug. */
export interface Contestant {
  /** Whether its front matter says so. */
  ownSlug: boolean;
  public: boolean;
  /** Milliseconds. */
  date: number;
  path: string;
}

/** What decides who is the first that wants a slug, the most important first. */
const rules: readonly { order: string; compare: (one: Contestant, other: Contestant) => number }[] =
  [
    {
      order: "own_slug DESC",
      compare: (one, other) => Number(other.ownSlug) - Number(one.ownSlug),
    },
    { order: "public DESC", compare: (one, other) => Number(other.public) - Number(one.public) },
    { order: "date", compare: (one, other) => one.date - other.date },
    { order: "path", compare: (one, other) => compareCodePoints(one.path, other.path) },
  ];

/** Of posts that want one slug, the first in this order has it. SQL */
export const contestOrder = rules.map(({ order }) => order).join(", ");

/** The same order. */
export const compareContestants = (one: Contestant, other: Contestant): number =>
  rules.reduce((so, { compare }) => so || compare(one, other), 0);

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
