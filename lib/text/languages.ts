/** Languages that the interface speaks and that the text of a post can be marked as. BCP 47. */
export const languages = ["zh-Hans", "zh-Hant", "en"] as const;

export type Language = (typeof languages)[number];

/** The language that a document says it is in. */
export const languageOfDocument = ({ documentElement }: Document): Language =>
  languages.find((language) => language === documentElement.lang) ?? "en";
