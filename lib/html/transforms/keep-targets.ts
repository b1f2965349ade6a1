import type { Element, ElementContent } from "hast";

import { wrapperElements } from "@/lib/html/tree/content-model";
import { attribute, createElement, isBlankText } from "@/lib/html/tree/element";
import { decodeFragment } from "@/lib/html/tree/fragment";
import { allowedElements } from "@/lib/html/tree/sanitize";
import { type Body, visitElements } from "@/lib/html/tree/tree";

/**
 * Where a link leads to a box that is about to go (`<div id="ftn1">` around a footnote, a `<span>`, an
 * unknown element), its id moves to the first thing inside that stays.
 */
export function keepTargets(body: Body): void {
  const wanted = new Set<string>();
  visitElements(body, (element) => {
    const href = element.tagName === "a" ? attribute(element, "href") : undefined;
    if (href?.startsWith("#")) wanted.add(decodeFragment(href));
  });
  if (wanted.size === 0) return;
  visitElements(body, (element) => {
    const id = attribute(element, "id");
    if (id === undefined || stays(element) || !wanted.has(id)) return;
    delete element.properties.id;
    giveTo(element, id);
  });
}

function stays(element: Element): boolean {
  const { tagName } = element;
  return allowedElements.has(tagName) && !wrapperElements.has(tagName) && tagName !== "span";
}

function giveTo(element: Element, id: string): void {
  const first = element.children.find((child) => !isBlankText(child));
  if (first?.type === "element" && attribute(first, "id") === undefined) {
    if (!stays(first)) {
      giveTo(first, id);
      return;
    }
    if (first.tagName !== "a") {
      first.properties.id = id;
      return;
    }
  }
  const anchor: ElementContent = createElement("a", { id }, []);
  element.children = [anchor, ...element.children];
}
