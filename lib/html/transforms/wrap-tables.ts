import type { Element } from "hast";
import { toString as textOf } from "hast-util-to-string";

import { createElement, isElement } from "@/lib/html/tree/element";
import { type Body, type Parent, rewriteElements } from "@/lib/html/tree/tree";

/** A table wider than a phone scrolls in a box of its own, by keyboard too. */
export function wrapTables(body: Body): void {
  const nested = findNestedTables(body, false, new Set());
  rewriteElements(body, (element) =>
    element.tagName === "table" && !nested.has(element) ? wrap(element) : element,
  );
}

function wrap(table: Element): Element {
  const caption = table.children.find((child) => isElement(child, "caption"));
  const label = caption ? textOf(caption).replace(/\s+/g, " ").trim() : "";
  // A region without a name would only be noise to a screen reader.
  const naming = label === "" ? {} : { role: "region", ariaLabel: label };
  return createElement("div", { className: ["table-scroll"], tabIndex: 0, ...naming }, [table]);
}

function findNestedTables(parent: Parent, isInside: boolean, found: Set<Element>): Set<Element> {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    const isTable = child.tagName === "table";
    if (isTable && isInside) found.add(child);
    findNestedTables(child, isInside || isTable, found);
  }
  return found;
}
