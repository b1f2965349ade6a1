import type { Element, ElementContent } from "hast";

import { blockElements } from "@/lib/html/tree/content-model";
import { attribute, isBlankText, isElement } from "@/lib/html/tree/element";
import { type Body, rewriteElements } from "@/lib/html/tree/tree";

/** Elements that are nothing without content. Cells are missing here: an empty one holds its place. */
const containers: ReadonlySet<string> = new Set([
  ...blockElements,
  "abbr",
  "b",
  "bdi",
  "bdo",
  "caption",
  "cite",
  "code",
  "del",
  "em",
  "i",
  "ins",
  "kbd",
  "mark",
  "q",
  "ruby",
  "s",
  "samp",
  "small",
  "span",
  "strong",
  "sub",
  "sup",
  "time",
  "u",
  "var",
]);

/** Drops elements with nothing to see in them, from the inside out. */
export function dropEmptyElements(body: Body): void {
  rewriteElements(body, (element) => {
    if (!isEmpty(element)) return element;
    // The space between two words may stand in an element of its own.
    return blockElements.has(element.tagName) ? undefined : element.children.filter(isBlankText);
  });
}

function isEmpty(element: Element): boolean {
  if (element.tagName === "hr") return false;
  // A link with a name is a place to jump to.
  const isContainer = containers.has(element.tagName) || isBareLink(element);
  return isContainer && element.children.every(isNothing);
}

function isBareLink(element: Element): boolean {
  return (
    element.tagName === "a" &&
    attribute(element, "id") === undefined &&
    attribute(element, "name") === undefined
  );
}

function isNothing(node: ElementContent): boolean {
  return isBlankText(node) || isElement(node, "br", "wbr");
}
