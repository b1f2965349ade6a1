import { simplifiedCharacters, traditionalCharacters } from "@/lib/bench/archive/characters";
import { createRandom, mixSeed, type Random } from "@/lib/bench/archive/random";
import type { Language } from "@/lib/site/site-settings";

/** Words of a language that nobody speaks, as frequent as those of one that somebody does. */
export interface Vocabulary {
  /** A word of running text: a few are everywhere, most are rare (Zipf's law). */
  word(random: Random): string;
  /** A word with a meaning, each as likely as any other. */
  noun(random: Random): string;
}

const size = 9_000;

/** Resolution of the table that draws words by frequency. */
const slots = 1 << 17;

/** Function words: they lead the frequencies in every real text, and tell the scripts apart. */
const particles: Record<Language, string> = {
  "zh-Hans":
    "的 了 在 是 和 有 这 不 也 对 说 为 就 与 将 从 他 上 到 等 时 个 被 还 我们 他们 已经 没有 表示 认为 这个 问题 可以 因为 进行 如果 但是 以及 其中 对于",
  "zh-Hant":
    "的 了 在 是 和 有 這 不 也 對 說 為 就 與 將 從 他 上 到 等 時 個 被 還 我們 他們 已經 沒有 表示 認為 這個 問題 可以 因為 進行 如果 但是 以及 其中 對於",
  en: "the of and to in a that is was for it with as on be at by had are this from not have which were said been their would has more will when who they about",
};

export function createVocabulary(language: Language, seed: number): Vocabulary {
  const random = createRandom(mixSeed(seed, language.length, language.charCodeAt(4)));
  const create = language === "en" ? createEnglishWords() : createHanWords(language);
  const known = new Set(particles[language].split(" "));
  const first = known.size;
  while (known.size < size) known.add(create(random));
  const words = [...known];
  const table = buildTable();
  return {
    word: (random) => words[table[random.below(slots)] ?? 0] ?? "",
    noun: (random) => words[first + random.below(size - first)] ?? "",
  };
}

/** Indexes of words, each as often as its frequency asks for (Zipf and Mandelbrot). */
function buildTable(): Uint16Array {
  const weights = Array.from({ length: size }, (_, rank) => 1 / (rank + 3.5) ** 1.05);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const table = new Uint16Array(slots);
  let reached = 0;
  let slot = 0;
  for (const [rank, weight] of weights.entries()) {
    reached += (weight / sum) * slots;
    for (; slot < Math.round(reached); slot += 1) table[slot] = rank;
  }
  return table;
}

/** Most words have two characters, and a tenth of the characters makes most of the words. */
function createHanWords(language: Language): (random: Random) => string {
  const characters = language === "zh-Hant" ? traditionalCharacters() : simplifiedCharacters();
  shuffle(characters, createRandom(characters.length));
  const draw = (random: Random) =>
    characters[Math.floor(random.number() ** 2.2 * characters.length)] ?? "";
  return (random) => {
    const kind = random.number();
    const length = kind < 0.1 ? 1 : kind < 0.82 ? 2 : kind < 0.95 ? 3 : 4;
    return Array.from({ length }, () => draw(random)).join("");
  };
}

function shuffle(items: string[], random: Random): void {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [items[last], items[other]] = [items[other] ?? "", items[last] ?? ""];
  }
}

function createEnglishWords(): (random: Random) => string {
  const onsets = "b d g h l m n p r s t v w br dr gr pl pr st th tr".split(" ");
  const nuclei = "a e i o ai ea io ou".split(" ");
  const codas = " n r l s d m nd nt st".split(" ");
  const endings = "ed ing er ion ly s al ment ".split(" ");
  const part = (parts: string[], random: Random) => parts[random.below(parts.length)] ?? "";
  return (random) => {
    const syllables = 1 + random.below(2);
    const stem = Array.from(
      { length: syllables },
      () => part(onsets, random) + part(nuclei, random) + part(codas, random),
    );
    return stem.join("") + part(endings, random);
  };
}
