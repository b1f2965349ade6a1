import type { Element, ElementContent } from "hast";

import {
  findMeaningfulBlockHolders,
  phrasingParents,
  wrapperElements,
} from "@/lib/html/tree/content-model";
import { createElement, isElement } from "@/lib/html/tree/element";
import { allowedElements } from "@/lib/html/tree/sanitize";
import { type Body, rewriteElements } from "@/lib/html/tree/tree";

/** Elements that HTML has given up, and what says the same today. */
const successors: Readonly<Record<string, string>> = {
  acronym: "abbr",
  dir: "ul",
  menu: "ul",
  strike: "s",
  tt: "code",
};

/**
 * Removes tags around words that mean nothing (`<span>`, `<font>`, `<o:p>`, unknown ones) and keeps
 * the words; boxes inside of headings and links, where no block may stand, likewise.
 */
export function unwrapInlineWrappers(body: Body): void {
  const blockHolders = findMeaningfulBlockHolders(body);
  rewriteElements(body, (element, parent) => {
    const successor = successors[element.tagName];
    if (successor) return createElement(successor, element.properties, element.children);
    if (wrapperElements.has(element.tagName)) {
      const isInside =
        parent.type === "element" &&
        (phrasingParents.has(parent.tagName) || isElement(parent, "a"));
      return isInside && !blockHolders.has(element) ? spaced(element) : element;
    }
    if (element.tagName === "span" && !isMarked(element)) return element.children;
    return allowedElements.has(element.tagName) ? element : element.children;
  });
}

/** Language and direction are the meanings that a `<span>` can have here. */
function isMarked(span: Element): boolean {
  return span.properties.lang !== undefined || span.properties.dir !== undefined;
}

/** Two boxes under each other must not become one word. */
function spaced(element: Element): ElementContent[] {
  return [...element.children, { type: "text", value: " " }];
}
