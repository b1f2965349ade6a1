import { createRandom, mixSeed, type Random } from "@/lib/bench/archive/random";
import { createVocabulary, type Vocabulary } from "@/lib/bench/archive/vocabulary";
import { type Language, languages } from "@/lib/site/site-settings";

/** Everything that posts share: languages' words, and who writes and publishes. */
export interface Newsroom {
  vocabularies: Record<Language, Vocabulary>;
  outlets: readonly [Outlet, ...Outlet[]];
  /** Names of people, the most productive first. */
  people: readonly string[];
  tags: readonly string[];
  categories: readonly string[];
}

export interface Outlet {
  name: string;
  host: string;
}

/** Of real archives. An outlet is an author, a tag and a category too. */
const sizes = { authors: 503, tags: 37, categories: 36, outlets: 24 };

export function createNewsroom(seed: number): Newsroom {
  const [hans, hant, en] = languages.map((language) => createVocabulary(language, seed));
  if (!hans || !hant || !en) throw new Error("a language without a vocabulary");
  const random = createRandom(mixSeed(seed, 77));
  const suffixes = ["日报", "新闻网", "周刊", "時報", "觀察", "早报"] as const;
  const outlets = listUnique(sizes.outlets, () => hans.noun(random) + random.pick(suffixes)).map(
    (name, index) => ({ name, host: `www.outlet-${index + 1}.example` }),
  );
  const [first, ...others] = outlets;
  if (!first) throw new Error("a newsroom without an outlet");
  const topics = (count: number): string[] =>
    listUnique(count, () => (random.chance(0.2) ? hant : hans).noun(random));
  return {
    vocabularies: { "zh-Hans": hans, "zh-Hant": hant, en },
    outlets: [first, ...others],
    people: listUnique(sizes.authors - sizes.outlets, () => createName(random, hans, en)),
    tags: topics(sizes.tags - sizes.outlets),
    categories: topics(sizes.categories - sizes.outlets),
  };
}

function createName(random: Random, hans: Vocabulary, en: Vocabulary): string {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const kind = random.number();
  if (kind < 0.15) return `${capital(en.noun(random))} ${capital(en.noun(random))}`;
  if (kind < 0.25) return `${hans.noun(random)}·${hans.noun(random)}`;
  return random.pick(["林", "陈", "黃", "何", "周", "吴", "鄭", "许"]) + hans.noun(random);
}

function listUnique(count: number, create: () => string): string[] {
  const known = new Set<string>();
  while (known.size < count) known.add(create());
  return [...known];
}
