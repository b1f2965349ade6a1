import type { Element, ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";

import type { BodyContext } from "@/lib/html/tree/body-context";
import { wrapperElements } from "@/lib/html/tree/content-model";
import { attribute, isBlankText, isElement } from "@/lib/html/tree/element";
import { isSameAddress, normaliseForComparison } from "@/lib/html/tree/same-text";
import type { Body, Parent } from "@/lib/html/tree/tree";

/** A link line, a page's own headline and a headline of the article: there are never more. */
const maxEchoes = 3;

/**
 * Removes what the top of the page says already: the link line that repeats title and source (with
 * the `------` under it), and a first headline that is the title. Only at the very beginning, and
 * only if it is nothing but that.
 */
export function dropFrontMatterEcho(body: Body, context: BodyContext): void {
  for (let echoes = 0; echoes < maxEchoes; echoes++) {
    const first = findFirst(body);
    if (!first || !isEcho(first.node, context)) return;
    first.parent.children.splice(first.index, 1);
    dropRule(first.parent, first.index);
  }
}

interface Place {
  node: ElementContent;
  parent: Parent;
  index: number;
}

/** The first thing that a reader sees, through any number of boxes around it. */
function findFirst(parent: Parent): Place | undefined {
  for (const [index, node] of parent.children.entries()) {
    if (isBlankText(node)) continue;
    if (node.type === "element" && wrapperElements.has(node.tagName)) {
      const inner = findFirst(node);
      if (inner) return inner;
      continue;
    }
    return { node, parent, index };
  }
  return undefined;
}

function isEcho(node: ElementContent, context: BodyContext): boolean {
  if (isElement(node, "h1", "h2", "h3")) {
    return isTitle(textOf(node), context) || isLinkLine(node, context);
  }
  return isElement(node, "p", "a") && isLinkLine(node, context);
}

function isTitle(text: string, { title, from }: BodyContext): boolean {
  const said = normaliseForComparison(text);
  const expected = normaliseForComparison(title);
  if (said === "" || expected === "") return text.trim() !== "" && text.trim() === title.trim();
  // `[title](address)` stays text where brackets or spaces inside keep it from being a link.
  return (
    said === expected || (from !== undefined && said === expected + normaliseForComparison(from))
  );
}

/** One link and no word beside it, which leads to the source or is called like the post. */
function isLinkLine(node: Element, context: BodyContext): boolean {
  const link = node.tagName === "a" ? node : onlyChild(node);
  if (!isElement(link, "a") || textOf(link).trim() === "") return isBareLine(node, context);
  const href = attribute(link, "href");
  const leadsToSource =
    href !== undefined && context.from !== undefined && isSameAddress(href, context.from);
  return leadsToSource || isTitle(textOf(link), context);
}

/** The line where it failed to become a link; text that is only the title may be a real sentence. */
function isBareLine(node: Element, context: BodyContext): boolean {
  const text = textOf(node).trim();
  return text.startsWith("[") && text.includes("](") && isTitle(text, context);
}

function onlyChild(node: Element): ElementContent | undefined {
  const children = node.children.filter((child) => !isBlankText(child));
  return children.length === 1 ? children[0] : undefined;
}

/** With a blank line before it the `------` is a rule of its own. */
function dropRule(parent: Parent, index: number): void {
  const next = parent.children.findIndex((node, at) => at >= index && !isBlankText(node));
  if (next >= 0 && isElement(parent.children[next], "hr")) parent.children.splice(next, 1);
}
