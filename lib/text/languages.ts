/** Languages that the interface speaks and that the text of a post can be marked as. BCP 47. */
export const languages = ["zh-Hans", "zh-Hant", "en"] as const;

export type Language = (typeof languages)[number];
