import type { Element, ElementContent } from "hast";

import { headingElements } from "@/lib/html/tree/content-model";
import { attribute, createElement, isBlankText, isElement } from "@/lib/html/tree/element";
import { type Body, rewriteElements } from "@/lib/html/tree/tree";

/** What a cell of a table of figures doesn't hold. */
const blocks: ReadonlySet<string> = new Set([
  "blockquote",
  "dl",
  "figure",
  ...headingElements,
  "ol",
  "p",
  "table",
  "ul",
]);

/**
 * Tables that pages of old were built with become boxes: those of one column, and those of one row
 * that hold whole paragraphs or another table. A picture over a line of text, each in a cell of one
 * column, is a figure with its caption. Whatever has a heading cell or a caption is a true table.
 */
export function unwrapLayoutTables(body: Body): void {
  rewriteElements(body, (element) => {
    if (element.tagName !== "table") return element;
    const rows = listRows(element);
    return rows && isLayout(element, rows) ? toBoxes(rows) : element;
  });
}

/** The cells of each row; nothing if something in the table says that it is one. */
function listRows(table: Element): Element[][] | undefined {
  const rows: Element[][] = [];
  for (const part of table.children) {
    if (isElement(part, "caption", "thead")) return undefined;
    if (!isElement(part, "tbody", "tfoot")) continue;
    for (const row of part.children) {
      if (!isElement(row, "tr")) continue;
      const cells = row.children.filter((cell) => isElement(cell));
      if (cells.some((cell) => cell.tagName === "th")) return undefined;
      if (cells.length > 0) rows.push(cells);
    }
  }
  return rows;
}

function isLayout(table: Element, rows: readonly Element[][]): boolean {
  if (rows.length === 0) return true;
  if (attribute(table, "role") === "presentation") return true;
  if (rows.every((cells) => cells.length === 1)) return true;
  return rows.length === 1 && rows.flat().some(holdsText);
}

/** Several blocks, or one that is no mere paragraph. */
function holdsText(cell: Element): boolean {
  const found = cell.children.filter((child) => isElement(child, ...blocks));
  return found.length > 1 || found.some((block) => isElement(block) && block.tagName !== "p");
}

function toBoxes(rows: readonly Element[][]): Element[] {
  const cells = rows.flat();
  const [picture, line] = cells;
  if (picture && line && cells.length === 2 && rows.length === 2) {
    if (isPictureOnly(picture) && !holdsText(line)) {
      return [
        createElement("figure", {}, [
          ...picture.children,
          createElement("figcaption", {}, withoutParagraph(line.children)),
        ]),
      ];
    }
  }
  return cells.map((cell) => createElement("div", { ...cell.properties }, cell.children));
}

function isPictureOnly(element: Element): boolean {
  const content = element.children.filter((child) => !isBlankText(child));
  return (
    content.length > 0 &&
    content.every(
      (child) =>
        isElement(child, "img") ||
        (isElement(child, "a", "p", "div", "center", "span") && isPictureOnly(child)),
    )
  );
}

/** Captions hold words, not blocks. */
function withoutParagraph(children: ElementContent[]): ElementContent[] {
  const content = children.filter((child) => !isBlankText(child));
  const [only] = content;
  return content.length === 1 && isElement(only, "p") ? only.children : children;
}
