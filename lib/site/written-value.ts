import { z } from "zod";

/**
 * Values as editors write them into `site.yaml`: texts that mean a number, a zone, an address. What each is not goes into
 * the message, and what to do about it into the remedy (`lib/content/check-settings.ts`).
 */

/** What a refusal of `written` carries beside its message. */
export const refusal = z.object({ remedy: z.string() });

/**
 * A text that is read as something else.
 * @param read the value; nothing for a text that names none
 * @param expected behind "is not": "a whole number from 1 to 100"
 */
export const written = <Value>(
  read: (text: string) => Value | undefined,
  expected: string,
  remedy: string | ((text: string) => string) = "write one, or leave the key out",
) =>
  z.string().transform((text, context): Value => {
    const value = read(text);
    if (value !== undefined) return value;
    const params = { remedy: typeof remedy === "string" ? remedy : remedy(text) };
    context.addIssue({ code: "custom", message: `is not ${expected}`, params });
    return z.NEVER;
  });

/** A text that is shown in one line or paragraph, of at most so many characters. */
export const shownText = (max: number) =>
  written(
    (text) => (text.length <= max ? text : undefined),
    `a text of at most ${max} characters`,
    "shorten it; perhaps a quote isn't closed where it should be",
  );

export const wholeNumber = (min: number, max: number) =>
  written((text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    return value !== undefined && value >= min && value <= max ? value : undefined;
  }, `a whole number from ${min} to ${max}`);

export const share = written((text) => {
  return /^(?:0|1|[01]?\.\d{1,6})$/.test(text) && Number(text) <= 1 ? Number(text) : undefined;
}, "a number from 0 to 1");

const truths = new Set(["true", "yes", "on"]);
const falsehoods = new Set(["false", "no", "off"]);

/** Whether a word means yes or no, as Jekyll's authors write it; nothing for another word. */
export function readTruth(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (truths.has(word)) return true;
  return falsehoods.has(word) ? false : undefined;
}

export const flag = written(readTruth, "true or false", "write `true` or `false`");

export const oneOf = <const Names extends readonly string[]>(names: Names) =>
  written(
    (text): Names[number] | undefined => names.find((name) => name === text),
    `one of ${names.join(", ")}`,
  );
