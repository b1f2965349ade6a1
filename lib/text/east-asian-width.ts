import { classOf, wide } from "@/lib/text/character-classes";

/** Whether a character, or the first one of a grapheme, is as wide as two Latin letters. */
export const isWide = (character: string): boolean =>
  (classOf(character.codePointAt(0) ?? 0) & wide) !== 0;
