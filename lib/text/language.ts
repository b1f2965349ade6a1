import { classOf, han, kanaOrHangul, latin } from "@/lib/text/character-classes";
import { simplifiedForms } from "@/lib/text/han-variants";
import type { Language } from "@/lib/text/languages";

/** The beginning decides; in UTF-16 units. */
const sampleLength = 5_000;
/** A Chinese text may quote a good deal of English, an English one names few people in Han. */
const hanShare = 0.3;
/** Japanese has far more kana than this, Chinese hardly any. */
const kanaShare = 0.1;

/** The language in which a text is written, or `fallback` if that is none of ours or can't be told. */
export function detectLanguage(text: string, fallback: Language): Language {
  const sample = text.slice(0, sampleLength);
  let hanCount = 0;
  let kanaCount = 0;
  let wordCount = 0;
  let isInWord = false;
  for (let index = 0; index < sample.length; index += 1) {
    const codePoint = sample.codePointAt(index) ?? 0;
    if (codePoint > 0xffff) index += 1;
    const classes = classOf(codePoint);
    if (classes & han) hanCount += 1;
    else if (classes & kanaOrHangul) kanaCount += 1;
    else if (classes & latin && !isInWord) wordCount += 1;
    isInWord = (classes & latin) !== 0;
  }
  if (kanaCount > (hanCount + kanaCount) * kanaShare) return fallback;
  // One Han character weighs about as much as one word of Latin letters.
  if (hanCount > 0 && hanCount >= (hanCount + wordCount) * hanShare) {
    return detectScript(sample, fallback);
  }
  return wordCount > 0 ? "en" : fallback;
}

function detectScript(sample: string, fallback: Language): Language {
  let balance = 0;
  for (let index = 0; index < sample.length; index += 1) {
    balance += scriptOf[sample.charCodeAt(index)] ?? 0;
  }
  if (balance > 0) return "zh-Hans";
  if (balance < 0) return "zh-Hant";
  return fallback === "en" ? "zh-Hans" : fallback;
}

/** By UTF-16 unit: 1 for characters that are simplified only, -1 for traditional ones, 0 for all others. */
const scriptOf = new Int8Array(0x10000);
for (const [traditional, simplified] of simplifiedForms) {
  scriptOf[traditional.charCodeAt(0)] = -1;
  scriptOf[simplified.charCodeAt(0)] = 1;
}
