import type { Language } from "@/lib/site/site-settings";
import { simplifiedForms, simplifiedOnly } from "@/lib/text/han-variants";

const han = /\p{Script=Han}/gu;
const kanaOrHangul = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
const latinWords = /\p{Script=Latin}+/gu;

/** The beginning decides; in UTF-16 units. */
const sampleLength = 5_000;
/** A Chinese text may quote a good deal of English, an English one names few people in Han. */
const hanShare = 0.3;
/** Japanese has far more kana than this, Chinese hardly any. */
const kanaShare = 0.1;

/** The language in which a text is written, or `fallback` if that is none of ours or can't be told. */
export function detectLanguage(text: string, fallback: Language): Language {
  const sample = text.slice(0, sampleLength);
  const hanCount = count(sample, han);
  const kanaCount = count(sample, kanaOrHangul);
  const wordCount = count(sample, latinWords);
  if (kanaCount > (hanCount + kanaCount) * kanaShare) return fallback;
  // One Han character weighs about as much as one word of Latin letters.
  if (hanCount > 0 && hanCount >= (hanCount + wordCount) * hanShare) {
    return detectScript(sample, fallback);
  }
  return wordCount > 0 ? "en" : fallback;
}

function detectScript(sample: string, fallback: Language): Language {
  let balance = 0;
  for (const character of sample) {
    if (simplifiedOnly.has(character)) balance++;
    else if (simplifiedForms.has(character)) balance--;
  }
  if (balance > 0) return "zh-Hans";
  if (balance < 0) return "zh-Hant";
  return fallback === "en" ? "zh-Hans" : fallback;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
