import { isWide } from "@/lib/text/east-asian-width";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** Characters that are graphemes by themselves, whatever follows among them: segmenting costs 1 µs for each. */
const plain = /^[ -~\u00a0\u2010-\u2027\u3000-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*$/;

/** What ends a sentence, with the quotes and brackets that close behind it. */
const sentenceEnd = /(?:[。！？…]+|[.!?]+(?=["'”’)\]]*(?:\s|$)))["'”’」』）)\]]*$/u;
/** Any of them, for a quick look. */
const sentenceCloser = /[。！？….!?"'”’」』）)\]]/;
/** What a text must not end with when `…` follows. */
const danglingEnd = /[\s,;:，、；：—–\-“‘「『（([《〈]+$/u;
const ellipsis = "…";

/** A sentence that ends after this share of the room is worth the words that don't fit. */
const nearEnough = 0.6;

/**
 * The opening of a text in one line, at most `maxWidth` wide, where a Chinese character counts two.
 * Ends with a sentence if one ends near the limit, else after a word and with `…`. Never inside
 * of what a reader sees as one character.
 */
export function excerpt(text: string, maxWidth = 160): string {
  // Segmenting costs 1 µs a character, and most of a text is far behind the end of its excerpt.
  const opening = text.slice(0, maxWidth * 16 + 64);
  const line = joinLines(opening);
  const cut = cutAtWidth(line, maxWidth);
  if (cut === line && opening.length === text.length) return line;
  return endAtSentence(cut, maxWidth) ?? endAtWord(cutAtWidth(line, maxWidth - 1), line) + ellipsis;
}

/** Newlines become spaces, but none where Chinese meets: it has no spaces between words. */
function joinLines(text: string): string {
  return text
    .trim()
    .replace(/\s+/gu, " ")
    .replace(/(\S) (?=(\S))/gu, (match, before: string, after: string) =>
      isWide(before) && isWide(after) ? before : match,
    );
}

function cutAtWidth(line: string, maxWidth: number): string {
  let width = 0;
  // No grapheme is narrower than 1, and the one behind the last may join it.
  const enough = line.slice(0, maxWidth + 2);
  for (const { segment, index } of segments(plain.test(enough) ? enough : line)) {
    width += isWide(segment) ? 2 : 1;
    if (width > maxWidth) return line.slice(0, index);
  }
  return line;
}

function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of segments(text)) width += isWide(segment) ? 2 : 1;
  return width;
}

function* segments(text: string): Generator<{ segment: string; index: number }> {
  if (!plain.test(text)) yield* graphemes.segment(text);
  else
    for (let index = 0; index < text.length; index++) yield { segment: text.charAt(index), index };
}

function endAtSentence(cut: string, maxWidth: number): string | undefined {
  for (let end = cut.length; end > 0; end--) {
    if (!sentenceCloser.test(cut.charAt(end - 1))) continue;
    const candidate = cut.slice(0, end);
    if (!sentenceEnd.test(candidate.slice(-8))) continue;
    return widthOf(candidate) >= maxWidth * nearEnough ? candidate : undefined;
  }
  return undefined;
}

/** Back to the last space if the cut went through a word, unless the word is the whole line. */
function endAtWord(cut: string, line: string): string {
  const following = line.charAt(cut.length);
  const isInsideWord = /[\p{L}\p{N}]$/u.test(cut) && /^[\p{L}\p{N}]/u.test(following);
  const lastLetter = Array.from(cut.slice(-2)).at(-1) ?? "";
  if (!isInsideWord || isWide(lastLetter) || isWide(following)) return trimEnd(cut);
  const word = /\S+$/u.exec(withWideAsSpaces(cut));
  const start = word?.index ?? 0;
  return trimEnd(start > cut.length * 0.3 ? cut.slice(0, start) : cut);
}

/** Same length, with Chinese characters as the word boundaries that they are. */
function withWideAsSpaces(text: string): string {
  return Array.from(text, (character) =>
    isWide(character) ? " ".repeat(character.length) : character,
  ).join("");
}

function trimEnd(text: string): string {
  return text.replace(danglingEnd, "");
}
