import { readWords, renderCommentText } from "@/lib/comments/render-text";
import type { Submission } from "@/lib/comments/store/submissions";

/**
 * Whether a comment holds a word that keeps it from being shown unseen. Both what was written and what readers see of it is
 * searched: `via**g**ra` is a word to them.
 */
export function holdsWord(
  { name, email, website, text }: Pick<Submission, "name" | "email" | "website" | "text">,
  words: readonly string[],
): boolean {
  if (words.length === 0) return false;
  const all = [name, email, website, text, readWords(renderCommentText(text))].map((part) =>
    foldWord(part ?? ""),
  );
  return words.map(foldWord).some((word) => all.some((part) => part.includes(word)));
}

/**
 * The form in which a blocked word is stored and looked for: compatible forms, lower case, single spaces, and without what
 * nobody sees (https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point).
 */
export const foldWord = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();
