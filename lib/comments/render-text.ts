import type { Element } from "hast";
import { type Schema, sanitize } from "hast-util-sanitize";
import { toString as textOf } from "hast-util-to-string";
import MarkdownIt from "markdown-it";
import { findTextFault } from "@/lib/comments/text-faults";
import { webLinks } from "@/lib/html/markdown/web-links";
import { parseHtml } from "@/lib/html/parse-html";
import { attribute, createElement } from "@/lib/html/tree/element";
import { isWebUrl, safeUrl } from "@/lib/html/tree/safe-url";
import { type Body, rewriteElements, toBody, visitElements } from "@/lib/html/tree/tree";

/**
 * The subset of Markdown that comments may use: no HTML and none of its entities, no pictures, no headings, no tables. What
 * is refused as a character can't come as `&#x202e;`.
 */
const markdown = new MarkdownIt("zero", { breaks: true, linkify: true })
  .enable(["newline", "escape", "backticks", "emphasis", "link", "autolink", "linkify"])
  .enable(["fence", "blockquote", "list"])
  .use(webLinks);

/** An address is shown decoded, but for what could not be written as a comment's text. */
const decodeForReading = markdown.normalizeLinkText;
markdown.normalizeLinkText = (url) => {
  const words = decodeForReading(url);
  return findTextFault(words.normalize("NFC")) === undefined ? words : url;
};

/** Our word to search engines, and to the site behind the link, that we don't vouch for it. */
export const linkRelation = ["nofollow", "ugc", "noopener", "noreferrer"];

/** All that may come of a comment, by name; as strict as it can be, since anybody writes it. */
const schema: Schema = {
  tagNames: ["a", "blockquote", "br", "code", "em", "li", "ol", "p", "pre", "strong", "ul"],
  attributes: { a: ["href", ["rel", ...linkRelation], ["dataExternal", ""]], ol: ["start"] },
  protocols: { href: ["http", "https"] },
  ancestors: { li: ["ol", "ul"] },
  clobber: [],
  strip: ["script", "style", "template", "noscript", "title", "textarea", "svg", "math"],
  allowComments: false,
  allowDoctypes: false,
};

/**
 * A comment's text as a tree in which nothing is but what the list above names. It is rendered whenever it is read: a
 * rule that becomes stricter holds for every comment there is.
 */
export function renderCommentText(text: string): Body {
  const body = parseHtml(markdown.render(text));
  rewriteElements(body, (element) => (element.tagName === "a" ? markLink(element) : element));
  const clean = sanitize(body, schema);
  return toBody(clean.type === "root" ? clean.children : [clean]);
}

/** Links lead to the web; any other is only its words. */
function markLink(link: Element): Element | Element["children"] {
  const href = safeUrl(attribute(link, "href") ?? "", ["http", "https"]);
  if (href === undefined || !isWebUrl(href)) return link.children;
  return createElement("a", { href, rel: linkRelation, dataExternal: "" }, link.children);
}

/** What readers see of a comment, without its marks. */
export const readWords = (body: Body): string => textOf(body);

export function countLinks(body: Body): number {
  let count = 0;
  visitElements(body, ({ tagName }) => {
    if (tagName === "a") count += 1;
  });
  return count;
}
