/**
 * Characters as wide as two Latin letters: "W" and "F" of Unicode's UAX #11, near enough for
 * setting text in a line (quotes and ellipses of Chinese count as one).
 */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

export function isWide(character: string): boolean {
  return wide.test(character);
}
