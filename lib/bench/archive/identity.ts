import type { Newsroom, Outlet } from "@/lib/bench/archive/newsroom";
import { createProse, type Prose } from "@/lib/bench/archive/prose";
import type { Quirk } from "@/lib/bench/archive/quirks";
import type { Random } from "@/lib/bench/archive/random";
import type { Language } from "@/lib/site/site-settings";

/** What makes one post another than all others, before it has a body. */
export interface Identity {
  language: Language;
  outlet: Outlet;
  title: string;
  date: Date;
  author: string;
  tags: string[];
  categories: string[];
  /** Address of the original. */
  from: string;
  prose: Prose;
}

/** The largest tag, an outlet's, holds this share of all posts; it is 5,554 of 35,138. */
const largestTagShare = 0.158;

/** First and last day of the archive. */
const period = { from: Date.UTC(2009, 0, 3), to: Date.UTC(2024, 5, 30) };

export function createIdentity(
  newsroom: Newsroom,
  random: Random,
  quirks: ReadonlySet<Quirk>,
): Identity {
  const language = drawLanguage(random);
  const prose = createProse(language, newsroom.vocabularies[language], random);
  const outlet = drawOutlet(newsroom, random);
  const date = new Date(period.from + Math.floor(random.number() * (period.to - period.from)));
  const title = prose.title(quirks.has("longTitle") ? 24 : 4 + random.below(7));
  const isOutlets = random.chance(0.6);
  // An outlet's posts carry its name thrice; the others have subjects, a few of which are most frequent.
  const drawTopic = (topics: readonly string[]) =>
    topics[Math.floor(random.number() ** 2.5 * topics.length)] ?? outlet.name;
  const topics = random.chance(0.3) ? [drawTopic(newsroom.tags)] : [];
  const person = newsroom.people[Math.floor(random.number() ** 2 * newsroom.people.length)];
  return {
    language,
    outlet,
    title,
    date,
    author: isOutlets || person === undefined ? outlet.name : person,
    tags: [outlet.name, ...topics],
    categories: [isOutlets ? outlet.name : drawTopic(newsroom.categories)],
    from: createSource(outlet, date, title, random, quirks),
    prose,
  };
}

function drawLanguage(random: Random): Language {
  const share = random.number();
  if (share < 0.62) return "zh-Hans";
  return share < 0.96 ? "zh-Hant" : "en";
}

function drawOutlet({ outlets }: Newsroom, random: Random): Outlet {
  const [largest, ...others] = outlets;
  if (random.chance(largestTagShare)) return largest;
  return others[Math.floor(random.number() ** 1.6 * others.length)] ?? largest;
}

function createSource(
  { host }: Outlet,
  date: Date,
  title: string,
  random: Random,
  quirks: ReadonlySet<Quirk>,
): string {
  const day = date.toISOString().slice(0, 10).replaceAll("-", "");
  const address = `https://${host}/realtime/story${day}-${100_000 + random.below(900_000)}`;
  if (quirks.has("doublyEncodedSource")) {
    return `${address}/${encodeURIComponent(encodeURIComponent(title))}`;
  }
  return quirks.has("encodedSource") ? `${address}/${encodeURIComponent(title)}` : address;
}
