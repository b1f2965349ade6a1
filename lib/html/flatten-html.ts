import { blockElements } from "@/lib/html/tree/content-model";
import { TagScanner } from "@/lib/html/tree/tag-scanner";

/** Their text is not part of what a reader reads. */
const unreadElements: ReadonlySet<string> = new Set(["script", "style", "textarea", "title"]);

/** Text behind so many paragraphs is run together: a tree of a million nodes takes minutes. */
const maxParagraphs = 20_000;

/**
 * The last resort for HTML that no parser should see: its text, in paragraphs, nothing else.
 * The result nests one level deep whatever went in.
 */
export function flattenHtml(html: string): string {
  const paragraphs: string[] = [];
  let words: string[] = [];
  let position = 0;
  let unread = "";
  const endParagraph = () => {
    const paragraph = words.join("").trim();
    if (paragraph !== "") paragraphs.push(paragraph);
    words = [];
  };

  const scanner = new TagScanner(html, "html");
  for (let tag = scanner.next(); tag; tag = scanner.next()) {
    if (unread === "") words.push(withoutTags(html.slice(position, tag.start)));
    if (tag.isEnd && tag.name === unread) unread = "";
    else if (!tag.isEnd && unreadElements.has(tag.name)) unread = tag.name;
    if (tag.name === "br" || blockElements.has(tag.name)) endParagraph();
    position = tag.end;
  }
  if (unread === "") words.push(withoutTags(html.slice(position)));
  endParagraph();
  return paragraphs
    .slice(0, maxParagraphs)
    .concat(paragraphs.length > maxParagraphs ? [paragraphs.slice(maxParagraphs).join("\n")] : [])
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("\n");
}

/** What the scanner left between two tags may hold a comment's mark or half a tag: no tag comes of it. */
function withoutTags(text: string): string {
  return text.replaceAll("<", "&lt;");
}
