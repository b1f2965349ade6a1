/** What a character is to those who count and cut texts; bits that may be combined. */
export const han = 1;
/** Kana and hangul. */
export const kanaOrHangul = 2;
/** A letter or a digit of any script. */
export const alphanumeric = 4;
/** What may stand inside a word without being part of an alphabet: marks, apostrophes, hyphens, points. */
export const wordInner = 8;
export const latin = 16;
/**
 * As wide as two Latin letters: "W" and "F" of Unicode's UAX #11, near enough for setting text in a line (quotes and
 * ellipses of Chinese count as one).
 */
export const wide = 32;

const patterns: readonly (readonly [bit: number, pattern: RegExp])[] = [
  [han, /\p{Script=Han}/u],
  [kanaOrHangul, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u],
  [alphanumeric, /[\p{L}\p{N}]/u],
  [wordInner, /[\p{M}'’_.,-]/u],
  [latin, /\p{Script=Latin}/u],
  [
    wide,
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u,
  ],
];

/** Asked for every character of an archive, so each is looked up in Unicode's tables once. */
const known = new Uint8Array(0x110000);
const isKnown = 128;

/** The classes of a code point. */
export function classOf(codePoint: number): number {
  const found = known[codePoint];
  return found ? found & ~isKnown : learn(codePoint);
}

function learn(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  let classes = 0;
  for (const [bit, pattern] of patterns) if (pattern.test(character)) classes |= bit;
  known[codePoint] = classes | isKnown;
  return classes;
}
