import { flattenHtml } from "@/lib/html/flatten-html";
import { blockElements, voidElements } from "@/lib/html/tree/content-model";
import { type Tag, TagScanner } from "@/lib/html/tree/tag-scanner";

/** Far beyond any real article (the deepest scraped page shells have some 40 levels). */
const maxDepth = 200;

/** Elements that a parser may have to build; the largest real post (679 KB) has under 20,000. */
const maxElements = 150_000;

/** Tags that parsers open again in every following block until they are closed ("active formatting"). */
const formattingElements: ReadonlySet<string> = new Set([
  "a",
  "b",
  "big",
  "code",
  "em",
  "font",
  "i",
  "nobr",
  "s",
  "small",
  "strike",
  "strong",
  "tt",
  "u",
]);

/** Elements with an optional end tag: the tags that imply it, and how far up it is looked for. */
const optionalEnds: readonly { name: string; endedBy: Iterable<string>; within: string[] }[] = [
  {
    name: "p",
    endedBy: blockElements,
    within: ["table", "td", "th", "caption", "button", "object"],
  },
  { name: "li", endedBy: ["li"], within: ["ul", "ol", "table"] },
  { name: "dt", endedBy: ["dt", "dd"], within: ["dl", "table"] },
  { name: "dd", endedBy: ["dt", "dd"], within: ["dl", "table"] },
  { name: "td", endedBy: ["td", "th", "tr", "tbody", "tfoot"], within: ["table"] },
  { name: "th", endedBy: ["td", "th", "tr", "tbody", "tfoot"], within: ["table"] },
  { name: "tr", endedBy: ["tr", "tbody", "tfoot"], within: ["table"] },
  { name: "option", endedBy: ["option", "optgroup"], within: ["select"] },
];

/** The same by the tag that ends them. */
const impliedEnds = new Map<string, { name: string; within: readonly string[] }[]>();
for (const { name, endedBy, within } of optionalEnds) {
  for (const tag of endedBy) {
    impliedEnds.set(tag, [...(impliedEnds.get(tag) ?? []), { name, within }]);
  }
}

/**
 * Makes HTML safe for parsers and tree walkers that recurse: start tags deeper than 200 levels
 * lose their tags and keep their text. HTML that would blow up whatever its depth (unclosed `<b>`s
 * that are opened again in each of a million paragraphs) is reduced to paragraphs of plain text.
 * Ordinary HTML comes back as it is, same string.
 */
export function limitNesting(html: string): string {
  const open: string[] = [];
  const tooDeep = new Map<string, number>();
  const dropped: Tag[] = [];
  /** Formatting elements that were closed by something else than their own end tag. */
  let dangling: string[] = [];
  let elements = 0;

  const closeTo = (length: number) => {
    for (const name of open.splice(length)) if (formattingElements.has(name)) dangling.push(name);
  };

  const scanner = new TagScanner(html, "html");
  for (let tag = scanner.next(); tag; tag = scanner.next()) {
    const { name } = tag;
    // An end tag makes elements too if it comes alone (`</p>`) or out of turn; one in turn is free.
    if (!tag.isEnd || open.at(-1) !== name) elements += 1 + dangling.length;
    if (elements > maxElements) return flattenHtml(html);

    if (tag.isEnd) {
      const deep = tooDeep.get(name) ?? 0;
      if (deep > 0) {
        tooDeep.set(name, deep - 1);
        dropped.push(tag);
        continue;
      }
      const at = open.lastIndexOf(name);
      if (at >= 0) {
        closeTo(at + 1);
        open.pop();
      } else if (dangling.includes(name)) {
        dangling = dangling.toSpliced(dangling.lastIndexOf(name), 1);
      }
    } else if (!voidElements.has(name)) {
      closeImplied(name, open, closeTo);
      if (open.length < maxDepth) open.push(name);
      else {
        tooDeep.set(name, (tooDeep.get(name) ?? 0) + 1);
        dropped.push(tag);
      }
    }
  }
  return cut(html, dropped);
}

function closeImplied(tag: string, open: readonly string[], closeTo: (length: number) => void) {
  for (const { name, within } of impliedEnds.get(tag) ?? []) {
    for (let at = open.length - 1; at >= 0; at--) {
      const openName = open[at] ?? "";
      if (openName === name) {
        closeTo(at);
        break;
      }
      if (within.includes(openName)) break;
    }
  }
}

function cut(html: string, tags: readonly Tag[]): string {
  if (tags.length === 0) return html;
  const kept: string[] = [];
  let position = 0;
  for (const tag of tags) {
    kept.push(html.slice(position, tag.start));
    position = tag.end;
  }
  kept.push(html.slice(position));
  return kept.join("");
}
