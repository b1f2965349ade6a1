import type { Random } from "@/lib/bench/archive/random";
import type { Vocabulary } from "@/lib/bench/archive/vocabulary";
import type { Language } from "@/lib/site/site-settings";

/** Text of one post: it comes back to its own subject's words, which is what makes real text compress. */
export interface Prose {
  title(words: number): string;
  sentence(): string;
  /** Sentences of about so many bytes in UTF-8. */
  paragraph(bytes: number): string;
  /** A few words without punctuation. */
  phrase(words: number): string;
}

interface Style {
  space: string;
  comma: string;
  stop: string;
  quotes: readonly [string, string];
  brackets: readonly [string, string];
  colon: string;
}

const chinese = {
  space: "",
  comma: "，",
  stop: "。",
  brackets: ["（", "）"],
  colon: "：",
} as const;

const styles: Record<Language, Style> = {
  "zh-Hans": { ...chinese, quotes: ["“", "”"] },
  "zh-Hant": { ...chinese, quotes: ["「", "」"] },
  en: {
    space: " ",
    comma: ", ",
    stop: ". ",
    quotes: ["“", "”"],
    brackets: [" (", ")"],
    colon: ": ",
  },
};

/** Words of the subject, how often one of them is said, and how often a sentence brings up a new one. */
const subject = { size: 32, share: 0.5, drift: 0.25 };

export function createProse(language: Language, vocabulary: Vocabulary, random: Random): Prose {
  const style = styles[language];
  const subjectWords = Array.from({ length: subject.size }, () => vocabulary.noun(random));
  // The first are said most.
  const subjectWord = () => subjectWords[Math.floor(random.number() ** 2 * subject.size)] ?? "";
  const word = () => (random.chance(subject.share) ? subjectWord() : vocabulary.word(random));
  const phrase = (words: number, next = word) =>
    Array.from({ length: words }, next).join(style.space);
  const clause = (): string => {
    const text = phrase(3 + random.below(7));
    const kind = random.number();
    if (kind < 0.06) return `${text}${style.space}${figure(language, random)}`;
    if (kind < 0.11) return `${text}${style.quotes[0]}${phrase(2)}${style.quotes[1]}`;
    if (kind < 0.13) return `${text}${style.brackets[0]}${phrase(3)}${style.brackets[1]}`;
    return text;
  };
  const sentence = (): string => {
    if (random.chance(subject.drift)) {
      subjectWords[random.below(subject.size)] = vocabulary.noun(random);
    }
    const clauses = Array.from({ length: 1 + random.below(4) }, clause);
    return capitalise(clauses.join(style.comma)) + style.stop;
  };
  return {
    title: (words) => {
      const anyWord = () => subjectWords[random.below(subject.size)] ?? "";
      const text = phrase(words, anyWord);
      const kind = random.number();
      if (kind < 0.25) return capitalise(`${anyWord()}${style.colon}${text}`);
      if (kind < 0.5) {
        const quoted = `${style.quotes[0]}${phrase(2, anyWord)}${style.quotes[1]}`;
        return capitalise(`${text}${style.space}${quoted}`);
      }
      return capitalise(text);
    },
    sentence,
    paragraph: (bytes) => {
      let text = sentence();
      for (let size = Buffer.byteLength(text); size < bytes; ) {
        const next = sentence();
        size += Buffer.byteLength(next);
        text += next;
      }
      return text.trimEnd();
    },
    phrase,
  };
}

/** A date, a share or an amount. */
function figure(language: Language, random: Random): string {
  const kind = random.below(3);
  if (kind === 0) return `${random.below(1000) / 10}%`;
  if (language === "en") return kind === 1 ? `${1990 + random.below(34)}` : `${random.below(9000)}`;
  if (kind === 1) return `${1 + random.below(12)}月${1 + random.below(28)}日`;
  return `${1 + random.below(9000)}${language === "zh-Hant" ? "萬" : "万"}`;
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
