import type { Identity } from "@/lib/bench/archive/identity";
import type { Quirk } from "@/lib/bench/archive/quirks";

/** The front matter as the tools wrote it that made these archives: Jekyll's, with a capital `True`. */
export function createFrontMatter(
  { title, date, author, from, tags, categories }: Identity,
  quirks: ReadonlySet<Quirk>,
  index: number,
): string {
  const lacks = quirks.has("incomplete") ? (index % 2 === 0 ? "title" : "date") : undefined;
  const lines = [
    `layout: ${quirks.has("pageLayout") ? "page" : "post"}`,
    ...(lacks === "title" ? [] : [`title: "${title.replaceAll(/["\\]/g, "\\$&")}"`]),
    ...(lacks === "date" ? [] : [`date: ${date.toISOString()}`]),
    `author: ${author}`,
    `from: ${from}`,
    `tags: [ ${tags.join(", ")} ]`,
    ...(quirks.has("commentsTrue") ? ["comments: True"] : []),
    `categories: [ ${categories.join(", ")} ]`,
    ...(quirks.has("permalink") ? [`permalink: /old/${index}.html`] : []),
    ...(quirks.has("strayKey") ? [`hackmd: https://notes.example/${index}`] : []),
  ];
  return `---\n${lines.join("\n")}\n---\n`;
}
