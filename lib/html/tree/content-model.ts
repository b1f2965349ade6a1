import type { Element, ElementContent } from "hast";

import type { Parent } from "@/lib/html/tree/tree";

export const headingElements = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

/** Boxes without a meaning of their own here: scrapers and page templates pile them up. */
export const wrapperElements: ReadonlySet<string> = new Set([
  "address",
  "article",
  "aside",
  "body",
  "center",
  "dialog",
  "div",
  "fieldset",
  "footer",
  "form",
  "header",
  "hgroup",
  "html",
  "legend",
  "main",
  "nav",
  "search",
  "section",
]);

/** Elements that stand on their own lines, so that text beside them is a paragraph of its own. */
export const blockElements: ReadonlySet<string> = new Set([
  ...wrapperElements,
  "blockquote",
  "dd",
  "details",
  "dir",
  "dl",
  "dt",
  "figcaption",
  "figure",
  ...headingElements,
  "hr",
  "li",
  "menu",
  "ol",
  "p",
  "pre",
  "summary",
  "table",
  "ul",
]);

/** Elements that may hold words and pictures but no blocks. */
export const phrasingParents: ReadonlySet<string> = new Set([
  "abbr",
  "b",
  "cite",
  "code",
  "dt",
  "em",
  "font",
  ...headingElements,
  "i",
  "label",
  "mark",
  "p",
  "pre",
  "q",
  "s",
  "small",
  "span",
  "strong",
  "sub",
  "summary",
  "sup",
  "time",
  "u",
]);

export const voidElements: ReadonlySet<string> = new Set([
  "area",
  "base",
  "br",
  "col",
  "embed",
  "hr",
  "img",
  "input",
  "link",
  "meta",
  "param",
  "source",
  "track",
  "wbr",
]);

/** The elements of a tree that have a block somewhere inside; one walk, for many questions. */
export function findBlockHolders(tree: Parent): ReadonlySet<Element> {
  const holders = new Set<Element>();
  mark(tree, blockElements, holders);
  return holders;
}

/** As `findBlockHolders`, but wrappers don't count: only blocks with a meaning do. */
export function findMeaningfulBlockHolders(tree: Parent): ReadonlySet<Element> {
  const holders = new Set<Element>();
  mark(tree, meaningfulBlocks, holders);
  return holders;
}

const meaningfulBlocks: ReadonlySet<string> = new Set(
  [...blockElements].filter((name) => !wrapperElements.has(name)),
);

function mark(parent: Parent, names: ReadonlySet<string>, holders: Set<Element>): boolean {
  let holds = false;
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    if (mark(child, names, holders)) {
      holders.add(child);
      holds = true;
    }
    if (names.has(child.tagName)) holds = true;
  }
  return holds;
}

/** Text, or an inline element without a block inside: what may stand in a paragraph. */
export function isPhrasing(node: ElementContent, blockHolders: ReadonlySet<Element>): boolean {
  if (node.type !== "element") return true;
  return !blockElements.has(node.tagName) && !blockHolders.has(node);
}
