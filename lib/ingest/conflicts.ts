import type { Position } from "@/lib/content/front-matter-yaml";
import type { Claim, ClaimedField } from "@/lib/ingest/claims";
import { Identities } from "@/lib/ingest/identities";
import type { Problem } from "@/lib/problem";
import { compareContestants } from "@/lib/store/slug-contest";
import { compareCodePoints } from "@/lib/text/code-point-order";

/**
 * Who has what several documents claim. Bringing content in and checking it decide by the same rules: ids by
 * `Identities`, slugs by the contest of slugs, and what stands here by its path.
 */

/** A claim that is another document's. */
export interface Conflict {
  path: string;
  field: ClaimedField;
  value: string;
  /** Path of the document that has it. */
  holder: string;
}

/** A document that claims something. */
export interface Claimant {
  path: string;
  claims: readonly Claim[];
  /** Of a post, in milliseconds. */
  date: number;
  draft: boolean;
}

/**
 * What documents claim in vain where a folder comes in for the first time. Where it has come in before, a post keeps the
 * id that it has, which only the store knows.
 * @param claimants in the order of the folder
 * @param now milliseconds
 */
export function findConflicts(claimants: readonly Claimant[], now: number): Problem[] {
  const positions = new Map<string, Position>();
  const claimed: Record<ClaimedField, Conflicting[]> = { id: [], slug: [], address: [], name: [] };
  for (const { path, claims, ...post } of claimants) {
    for (const { field, value, at } of claims) {
      claimed[field].push({ path, field, value, ...post });
      positions.set(`${field} ${path}`, at);
    }
  }
  return [
    ...decideIds(claimed.id),
    ...decideSlugs(claimed.slug, now),
    ...decideByPath([...claimed.address, ...claimed.name]),
  ].map((conflict) =>
    describeConflict(conflict, positions.get(`${conflict.field} ${conflict.path}`)),
  );
}

type Rival = Omit<Conflict, "holder">;
type Conflicting = Rival & Pick<Claimant, "date" | "draft">;

/** Of an address or a name, the document whose path comes first has it, as queries read them. */
export const decideByPath = (rivals: readonly Rival[]): Conflict[] =>
  decide(rivals, (one, other) => compareCodePoints(one.path, other.path));

function decideIds(rivals: readonly Rival[]): Conflict[] {
  const identities = new Identities(new Map(), new Map(), []);
  const named = new Map(rivals.map(({ path, value }) => [path, value]));
  for (const { path, value } of rivals) {
    identities.assign(path, value, (holder, id) => named.get(holder) === id);
  }
  return rivals.flatMap(({ path, field, value }) => {
    const holder = identities.findHolder(value);
    return holder === undefined || holder === path ? [] : [{ path, field, value, holder }];
  });
}

function decideSlugs(rivals: readonly Conflicting[], now: number): Conflict[] {
  const contestants = rivals.map(({ date, draft, ...rival }) => ({
    ...rival,
    date,
    ownSlug: true,
    public: !draft && date <= now,
  }));
  return decide(contestants, compareContestants);
}

/** All but the first of each that claim the same. */
function decide<Claimed extends Rival>(
  rivals: readonly Claimed[],
  compare: (one: Claimed, other: Claimed) => number,
): Conflict[] {
  const holders = new Map<string, string>();
  return [...rivals].sort(compare).flatMap(({ path, field, value }) => {
    const key = `${field} ${value}`;
    const holder = holders.get(key);
    if (holder !== undefined) return [{ path, field, value, holder }];
    holders.set(key, path);
    return [];
  });
}

export const describeConflict = (
  { path, field, value, holder }: Conflict,
  at: Position = { line: 1, column: 1 },
): Problem => ({
  path,
  ...at,
  severity: "error",
  message: `the ${field} \`${value}\` is already that of ${holder}`,
  remedy: "give one of the two another; until then this file goes without",
});
