import { alphanumeric, classOf, han, kanaOrHangul, wordInner } from "@/lib/text/character-classes";

/**
 * Adults read English prose silently at 238 words a minute: Brysbaert 2019, a meta-analysis of 190
 * studies (doi:10.1016/j.jml.2019.104047).
 */
const wordsPerMinute = 238;
/**
 * The same paper finds that other languages take as long as the same message takes in English, and
 * a translator reckons with 1.6 to 1.7 Chinese characters for an English word. Rounded; an agreed
 * figure rather than a measured one. Kana and hangul are counted alike.
 */
const charactersPerMinute = 400;

/** Whole minutes that a text takes to read; at least 1. */
export function countReadingMinutes(text: string): number {
  let characters = 0;
  let words = 0;
  let isInWord = false;
  for (let index = 0; index < text.length; index += 1) {
    const codePoint = text.codePointAt(index) ?? 0;
    if (codePoint > 0xffff) index += 1;
    const classes = classOf(codePoint);
    if (classes & (han | kanaOrHangul)) {
      characters += 1;
      isInWord = false;
    } else if (classes & alphanumeric) {
      if (!isInWord) words += 1;
      isInWord = true;
    } else if (!(classes & wordInner)) {
      isInWord = false;
    }
  }
  const minutes = characters / charactersPerMinute + words / wordsPerMinute;
  return Math.max(1, Math.round(minutes));
}
