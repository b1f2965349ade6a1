import type { Element } from "hast";

import { headingElements } from "@/lib/html/tree/content-model";
import { attribute, createElement } from "@/lib/html/tree/element";
import { headingLinkClass } from "@/lib/html/tree/sanitize";
import { type Body, visitElements } from "@/lib/html/tree/tree";

const headings: ReadonlySet<string> = new Set(headingElements);

/**
 * A heading is a link to itself, so that a reader can copy its address. Its own words are the link's,
 * so that nothing is added to what is read out, searched or quoted; the mark beside it is drawn by the
 * style sheet. A heading with a link in it keeps that one: links don't nest.
 */
export function linkHeadings(body: Body): void {
  visitElements(body, (element) => {
    const id = attribute(element, "id");
    if (!headings.has(element.tagName) || id === undefined || holdsLink(element)) return;
    element.children = [
      createElement("a", { className: [headingLinkClass], href: `#${id}` }, element.children),
    ];
  });
}

function holdsLink(element: Element): boolean {
  return element.children.some(
    (child) => child.type === "element" && (child.tagName === "a" || holdsLink(child)),
  );
}
