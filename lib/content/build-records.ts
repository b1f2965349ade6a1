import { domainToUnicode } from "node:url";
import type { Author, Page, Post } from "contentlayer/generated";
import { carryOver } from "@/lib/content/carry-over";
import { listOldAddresses } from "@/lib/content/old-addresses";
import { pageAddress } from "@/lib/content/page-address";
import { monthOf } from "@/lib/content/parse-date";
import { readPictureSize } from "@/lib/html/tree/picture-size";
import type { Picture } from "@/lib/publication";
import type { CompileSettings } from "@/lib/site/compile-settings";
import { languageOfTag } from "@/lib/site/language-of-tag";
import type { Language } from "@/lib/site/site-settings";
import { appendHash } from "@/lib/site/slug-format";
import { type BodyDictionary, packBody } from "@/lib/store/body-codec";
import type { AuthorRecord, PageRecord, PostRecord } from "@/lib/store/records";
import { excerpt } from "@/lib/text/excerpt";
import { detectLanguage } from "@/lib/text/language";
import { countReadingMinutes } from "@/lib/text/reading-time";
import { slugify } from "@/lib/text/slug";

/** What typed documents become in the store: all that can be derived from a document alone. */

export interface RecordContext {
  settings: CompileSettings;
  /** Absolute path of `public/`. */
  publicDirectory: string;
  /** What bodies of posts are packed with. */
  dictionary?: BodyDictionary;
}

/** A document's file, and the text of its body without markup. */
interface Origin {
  /** Relative to the content folder. */
  path: string;
  text: string;
}

/** A post whose id isn't decided yet: that depends on the others. */
export type UnplacedPost = Omit<PostRecord, "id">;

export function buildPostRecord(
  post: Post,
  { path, text }: Origin,
  context: RecordContext,
): UnplacedPost {
  const { settings, dictionary } = context;
  return {
    ...carryOver(post),
    path,
    title: post.title,
    date: Date.parse(post.date),
    month: monthOf(post.date, settings.timeZone),
    lang: findLanguage(post.lang, `${post.title}\n${text}`, settings.language),
    summary: post.summary ?? excerpt(text),
    readingMinutes: countReadingMinutes(text),
    comments: post.comments ?? settings.commentsByDefault,
    draft: post.draft ?? false,
    ...findSlugBase(post, path),
    terms: listTerms(post),
    oldAddresses: listOldAddresses({ ...post, path }),
    body: packBody(post.body.html, dictionary),
    ...(dictionary ? { dictionary: dictionary.key } : {}),
    ...(post.id === undefined ? {} : { ownId: post.id }),
    ...(post.updated === undefined ? {} : { updated: Date.parse(post.updated) }),
    ...(post.cover === undefined
      ? {}
      : { cover: findPicture(post.cover, context.publicDirectory) }),
    ...(post.from === undefined ? {} : { sourceUrl: publicAddress(post.from) }),
  };
}

export function buildPageRecord(
  page: Page,
  { path, text }: Origin,
  { settings }: RecordContext,
): PageRecord {
  return {
    path,
    address: pageAddress(page, path),
    title: page.title,
    lang: findLanguage(page.lang, text, settings.language),
    summary: page.summary ?? excerpt(text),
    body: packBody(page.body.html),
  };
}

export function buildAuthorRecord(
  author: Author,
  { path, text }: Origin,
  { settings }: RecordContext,
): AuthorRecord {
  return {
    path,
    name: author.name,
    lang: findLanguage(author.lang, text, settings.language),
    summary: author.summary ?? "",
    body: packBody(author.body.html),
  };
}

const findLanguage = (tag: string | undefined, text: string, fallback: Language): Language =>
  (tag === undefined ? undefined : languageOfTag(tag)) ?? detectLanguage(text, fallback);

/** A title that leaves nothing for an address, or too much, is told apart by a hash of the path. */
export function findSlugBase(
  { slug: own, title }: { title: string; slug?: string | undefined },
  path: string,
): Pick<PostRecord, "slugBase" | "ownSlug"> {
  const fromFrontMatter = own === undefined ? "" : slugify(own).slug;
  if (fromFrontMatter !== "") return { slugBase: fromFrontMatter, ownSlug: true };
  const { slug, truncated } = slugify(title);
  const whole = slug !== "" && !truncated;
  return { slugBase: whole ? slug : appendHash(slug, path, 6), ownSlug: false };
}

function listTerms({ categories = [], tags = [], author = [], from }: Post): PostRecord["terms"] {
  return [
    ...categories.map((name) => ({ taxonomy: "category" as const, name })),
    ...tags.map((name) => ({ taxonomy: "tag" as const, name })),
    ...author.map((name) => ({ taxonomy: "author" as const, name })),
    ...(from === undefined ? [] : [{ taxonomy: "source" as const, name: sourceName(from) }]),
  ];
}

/** The address of the original, without the name and password that somebody may have left in it. */
function publicAddress(address: string): string {
  const url = new URL(address);
  url.username = "";
  url.password = "";
  return url.href;
}

/** The site that an address is on, as a reader would say it: without `www.`, and not in Punycode. */
function sourceName(address: string): string {
  const { hostname } = new URL(address);
  return (domainToUnicode(hostname) || hostname).replace(/^www\./, "").replace(/\.+$/, "");
}

function findPicture(src: string, publicDirectory: string): Picture {
  return { src, ...(src.startsWith("/") ? readPictureSize(publicDirectory, src) : undefined) };
}
