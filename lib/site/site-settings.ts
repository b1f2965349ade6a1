import { z } from "zod";
import { readColour, writeColour } from "@/lib/accent/colour";
import {
  type CommentSettings,
  type Complete,
  givenCommentSettings,
} from "@/lib/site/comment-settings";
import { languageOfTag } from "@/lib/site/language-of-tag";
import { isTimeZone, suggestTimeZone } from "@/lib/site/time-zones";
import { flag, shownText, wholeNumber, written } from "@/lib/site/written-value";

export { type Language, languages } from "@/lib/text/languages";

/** What makes one publication differ from another: the keys of `site.yaml`, each of which may be left out. */

const linkAddress = written(
  (text) => (text.length <= 2000 && isLinkAddress(text) ? text : undefined),
  "the address of a page",
  "write a path from the root such as `/about`, or a full address with `https://`",
);

const navigationItem = z.strictObject({
  label: shownText(100),
  /** An address on this site, from the root (`/about`), or a full `https://` address. */
  href: linkAddress,
});

export type NavigationItem = z.output<typeof navigationItem>;

export const givenSettings = z.strictObject({
  name: z.exactOptional(shownText(200)),
  /** For the narrow masthead of a phone. */
  shortName: z.exactOptional(shownText(100)),
  /** One sentence, for search engines and feeds. */
  description: z.exactOptional(shownText(1000)),
  /** Language of the interface, and of a post whose own language can't be told. */
  language: z.exactOptional(
    written(languageOfTag, "a language of the interface", "write `zh-Hans`, `zh-Hant` or `en`"),
  ),
  /** IANA name. Dates without a zone are read in it and all dates are shown in it. */
  timeZone: z.exactOptional(
    written(
      (text) => (isTimeZone(text) ? text : undefined),
      "a time zone",
      (text) => `write a name such as \`${suggestTimeZone(text) ?? "Europe/Berlin"}\``,
    ),
  ),
  /** Of links, marks and the icon, as `#1b5289`; each colour scheme has a shade of it (lib/accent). */
  accent: z.exactOptional(
    written(
      (text) => {
        const colour = readColour(text.startsWith("#") ? text : `#${text}`);
        return colour && writeColour(colour);
      },
      "a colour",
      'write six hexadecimal digits in quotes, such as `"#1b5289"`',
    ),
  ),
  /** For the browser's tab: a file in `public/`, or a full address. Without it one is drawn in the accent. */
  icon: z.exactOptional(
    written(
      (text) =>
        text.length <= 2000 && /^(?:\/|https?:)/i.test(text) && isLinkAddress(text)
          ? text
          : undefined,
      "the address of a picture",
      "put it into public/ and write its path from there, such as `/icon.png`, or a full address",
    ),
  ),
  /** Posts on a page of a listing; the front page is the first page of all posts. */
  pageSize: z.exactOptional(wholeNumber(1, 100)),
  /** Newest posts rendered during the build; every other page is rendered at its first visit. */
  prerenderedPosts: z.exactOptional(wholeNumber(0, 1000)),
  /** Whether a post without `comments:` in its front matter is open to comments. */
  commentsByDefault: z.exactOptional(flag),
  comments: z.exactOptional(givenCommentSettings),
  navigation: z.exactOptional(z.array(navigationItem).max(30)),
  /** A line at the foot of every page. */
  footer: z.exactOptional(shownText(1000)),
});

/** What a publication says of itself. */
export type GivenSettings = z.output<typeof givenSettings>;

/** The settings of a publication, with the defaults. */
export interface SiteSettings extends Complete<Omit<GivenSettings, "comments">, "icon"> {
  comments: CommentSettings;
}

/** A path from the root, or a full address of the web or of a mailbox: nothing that could be run. */
function isLinkAddress(text: string): boolean {
  if (/[\s\\\p{Cc}]/u.test(text)) return false;
  if (text.startsWith("/")) return !text.startsWith("//") && URL.canParse(text, "https://host");
  return /^(?:https?:\/\/[^/]|mailto:[^/])/i.test(text) && URL.canParse(text);
}

/** The keys that are known at a place of `site.yaml`; none where no group of keys belongs there. */
export function knownSettings(path: readonly PropertyKey[]): string[] {
  let schema: unknown = givenSettings;
  for (const key of path) {
    schema = unwrap(schema);
    if (schema instanceof z.ZodArray) schema = schema.element;
    else if (schema instanceof z.ZodObject) schema = schema.shape[String(key)];
    else return [];
  }
  schema = unwrap(schema);
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}

const unwrap = (schema: unknown): unknown =>
  schema instanceof z.ZodExactOptional ? schema.unwrap() : schema;
