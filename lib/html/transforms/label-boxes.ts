import type { ElementContent } from "hast";
import { blockElements } from "@/lib/html/tree/content-model";
import { createElement, hasClass, isElement } from "@/lib/html/tree/element";
import { type Body, visitElements } from "@/lib/html/tree/tree";

/** The box of a task is named by the words beside it: to those who hear the page it would be a box of nothing. */
export function labelBoxes(body: Body): void {
  visitElements(body, (element) => {
    const start = element.children.findIndex(isBox);
    if (start < 0 || element.tagName === "label") return;
    const length = element.children.slice(start).findIndex(isBlock);
    const end = length < 0 ? element.children.length : start + length;
    const label = createElement("label", {}, element.children.slice(start, end));
    element.children.splice(start, end - start, label);
  });
}

const isBox = (node: ElementContent): boolean =>
  isElement(node, "input") && hasClass(node, "task-list-item-checkbox");

const isBlock = (node: ElementContent): boolean =>
  node.type === "element" && blockElements.has(node.tagName);
