import type { Language } from "@/lib/text/languages";

/** The languages of the site that BCP 47 tags in front matter stand for (`zh-CN`, `zh_TW`, `en-GB`). */
const byTag: [RegExp, Language][] = [
  [/^zh([-_](cn|sg|my|hans\b.*))?$/i, "zh-Hans"],
  [/^zh[-_](tw|hk|mo|hant\b.*)$/i, "zh-Hant"],
  [/^en\b/i, "en"],
];

export const languageOfTag = (tag: string): Language | undefined =>
  byTag.find(([pattern]) => pattern.test(tag.trim()))?.[1];
