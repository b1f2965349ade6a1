import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";

import { limitNesting } from "@/lib/html/limit-nesting";
import { type Body, toBody } from "@/lib/html/tree";

/** A fragment of HTML as a tree, by the HTML standard; never deeper than recursion can bear. */
export function parseHtml(html: string): Body {
  return toBody(fromHtml(limitNesting(html), { fragment: true }).children);
}

/** The one element of markup that we made ourselves. */
export function parseTrusted(markup: string): Element | undefined {
  return fromHtml(markup, { fragment: true }).children.find((node) => node.type === "element");
}
