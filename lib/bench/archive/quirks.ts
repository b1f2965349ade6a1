import { createRanks } from "@/lib/bench/archive/ranks";

/** How many of the posts below show each quirk; counted in real archives, but for the last group. */
const counted = {
  commentsTrue: 20_537,
  inlineStyle: 4_335,
  lazyPicture: 3_119,
  sameName: 995,
  frame: 718,
  handler: 589,
  oddName: 144,
  strayKey: 6,
  incomplete: 6,
  permalink: 4,
  pageLayout: 4,
  brokenBytes: 4,
  withoutFrontMatter: 2,

  // Seen in many, never counted.
  picture: 18_000,
  encodedSource: 9_000,
  emptyBox: 3_500,
  looseCaption: 2_800,
  advertisement: 2_400,
  blankLine: 2_200,
  longTitle: 1_500,
  payWall: 1_500,
  shareBar: 1_200,
  doublyEncodedSource: 900,
  shell: 700,
  table: 500,
  markdown: 700,
} as const;

const countedPosts = 35_138;

export type Quirk = keyof typeof counted;

const names = Object.keys(counted) as Quirk[];

/** How many of `total` posts show a quirk: its share, and never none. */
export const countQuirk = (quirk: Quirk, total: number): number =>
  Math.min(total, Math.max(1, Math.round((counted[quirk] / countedPosts) * total)));

/** Which quirks a post shows, in exactly their proportions. */
export function createQuirks(total: number, seed: number): (index: number) => ReadonlySet<Quirk> {
  const tests = names.map((name, position) => ({
    name,
    limit: countQuirk(name, total),
    rank: createRanks(total, seed + 1000 + position),
  }));
  return (index) =>
    new Set(tests.filter(({ limit, rank }) => rank(index) < limit).map(({ name }) => name));
}
