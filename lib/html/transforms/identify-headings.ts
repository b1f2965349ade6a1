import type { Element } from "hast";
import { toString as textOf } from "hast-util-to-string";

import { attribute } from "@/lib/html/tree/element";
import { headingIdPrefix } from "@/lib/html/tree/sanitize";
import { type Body, visitElements } from "@/lib/html/tree/tree";
import { slugify } from "@/lib/text/slug";

const headings: ReadonlySet<string> = new Set(["h2", "h3", "h4", "h5", "h6"]);

/** Each heading can be linked to; one with an id of its own keeps that. */
export function identifyHeadings(body: Body): void {
  const uses = new Map<string, number>();
  visitElements(body, (element) => {
    if (!headings.has(element.tagName) || attribute(element, "id") !== undefined) return;
    element.properties.id = uniqueId(element, uses);
  });
}

function uniqueId(heading: Element, uses: Map<string, number>): string {
  const base = headingIdPrefix + (slugify(textOf(heading).slice(0, 200)).slug || "section");
  let id = base;
  while (uses.has(id)) {
    const use = (uses.get(base) ?? 1) + 1;
    uses.set(base, use);
    id = `${base}-${use}`;
  }
  uses.set(id, 1);
  return id;
}
