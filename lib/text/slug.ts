import anyAscii from "any-ascii";
import { addTraditionalDict, pinyin } from "pinyin-pro";

import { simplifiedForms } from "@/lib/text/han-variants";

// Its words are simplified; with this it finds 重慶 among them as well and reads it chóng-qìng.
addTraditionalDict(Object.fromEntries(simplifiedForms));

interface Slug {
  /** Lower-case ASCII words joined by `-`; empty if the text has nothing that could be read. */
  slug: string;
  /** Whether words are missing at the end. */
  truncated: boolean;
}

/**
 * A text as part of an address: Han as pinyin without tones (a syllable a word), other scripts in
 * Latin letters, at most `maxBytes` long, cut between words. Not unique: see to that yourself.
 */
export function slugify(text: string, maxBytes = 80): Slug {
  // Far more than fits, as a rule; only where it is made of signs must the rest be read too.
  const opening = text.slice(0, maxBytes * 4);
  let slug = toWords(opening).join("-");
  if (slug.length <= maxBytes && opening.length < text.length) slug = toWords(text).join("-");
  if (slug.length <= maxBytes) return { slug, truncated: false };
  const end = slug.lastIndexOf("-", maxBytes);
  return { slug: slug.slice(0, end > 0 ? end : maxBytes), truncated: true };
}

/** Han apart from everything else. 〇 is a digit to Unicode but Han to its readers. */
const runs = /[\p{Script=Han}〇]+|[^\p{Script=Han}〇]+/gu;
const han = /^[\p{Script=Han}〇]/u;
/** any-ascii spells them out (`:grinning:`); what only joins or colours them it drops by itself. */
const pictographs = /\p{Extended_Pictographic}|\p{Regional_Indicator}/gu;
/** Between letters an apostrophe belongs to the word: `don't` is not two. */
const apostrophes = /(?<=\p{L})['’](?=\p{L})/gu;

function toWords(text: string): string[] {
  const words: string[] = [];
  for (const [run] of text.normalize("NFKC").replace(apostrophes, "").matchAll(runs)) {
    const syllables = han.test(run) ? readAloud(run) : [run];
    for (const syllable of syllables) {
      const ascii = anyAscii(syllable.replace(pictographs, " ")).toLowerCase();
      for (const [word] of ascii.matchAll(/[a-z0-9]+/g)) words.push(word);
    }
  }
  return words;
}

function readAloud(run: string): string[] {
  return pinyin(run, {
    type: "array",
    toneType: "none",
    // As it is typed: lü and lu stay two syllables.
    v: true,
    traditional: true,
    toneSandhi: false,
    // Most probable segmentation: 28 µs for 30 characters, where the default takes 47.
    segmentit: 2,
  });
}
