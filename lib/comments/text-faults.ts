import type { TextFault } from "@/lib/discussion/draft-fields";

/** Control characters but tab and line feed, what stands in for broken UTF-8, halves of pairs, and noncharacters. */
const unreadable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffd\ufdd0-\ufdef\p{Surrogate}]|[\ufffe\uffff]/u;

/** Embeddings, overrides and isolates turn the text around them, too: the line, the name, the page. Marks don't. */
const direction = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * "Zalgo". Vietnamese and phonetic script carry two diacritics on a letter, in NFC hardly ever three; marks of all scripts
 * together stay below eight even in Tibetan.
 */
const stacked =
  /(?:[\u0300-\u036f]|[\u0483-\u0489]|[\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]|[\ufe20-\ufe2f]){4}|\p{M}{9}/u;

/** @param text in Unicode's composed form (NFC) */
export function findTextFault(text: string): TextFault | undefined {
  if (unreadable.test(text)) return "unreadable";
  if (direction.test(text)) return "direction";
  return stacked.test(text) ? "stacked" : undefined;
}

/**
 * Whether a reader sees anything at all: spaces, joiners and marks alone are nothing, nor are letters and symbols that are
 * blank, such as Hangul's fillers, Braille's empty cell and the null note.
 */
export const isSeen = (text: string): boolean =>
  /(?![\p{Default_Ignorable_Code_Point}\u2800\u{1d159}])[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

/** Characters as readers of Chinese and of emoji count them, rather than UTF-16 units. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
