import { attribute, classNames } from "@/lib/html/tree/element";
import { type Body, visitElements } from "@/lib/html/tree/tree";

const alignments = ["left", "center", "right"] as const;

/** The one thing that a `style` may say here: how the cells of a table are aligned. As a class. */
export function alignCells(body: Body): void {
  visitElements(body, (element) => {
    if (element.tagName !== "td" && element.tagName !== "th") return;
    const style = attribute(element, "style") ?? "";
    const written = /text-align:\s*(\w+)/i.exec(style)?.[1] ?? attribute(element, "align") ?? "";
    const alignment = alignments.find((name) => name === written.toLowerCase());
    if (alignment) element.properties.className = [...classNames(element), `align-${alignment}`];
  });
}
