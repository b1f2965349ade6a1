import type { Element, ElementContent, Properties } from "hast";
import { createElement } from "@/lib/html/element";

type Child = ElementContent | string | false | undefined | readonly Child[];

/** An element with children, strings among them, as a tree: whatever a text holds, it stays text. */
export function h(tagName: string, properties: Properties, ...children: Child[]): Element {
  return createElement(tagName, properties, children.flatMap(toContent));
}

function toContent(child: Child): ElementContent[] {
  if (child === false || child === undefined) return [];
  if (typeof child === "string") return [{ type: "text", value: child }];
  return "type" in child ? [child] : child.flatMap(toContent);
}
