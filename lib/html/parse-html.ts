import type { Element } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { parseFragment } from "parse5";

import { limitNesting } from "@/lib/html/limit-nesting";
import { type Body, toBody } from "@/lib/html/tree/tree";

/** A fragment of HTML as a tree, by the HTML standard; never deeper than recursion can bear. */
export function parseHtml(html: string): Body {
  return toBody(parseNodes(limitNesting(html)));
}

/** The one element of markup that we made ourselves. */
export function parseTrusted(markup: string): Element | undefined {
  return parseNodes(markup).find((node) => node.type === "element");
}

/** As a browser reads it where scripts don't run. Without places in the source, which take a fifth of the time. */
function parseNodes(html: string) {
  const root = fromParse5(parseFragment(html, { scriptingEnabled: false }));
  return root.type === "root" ? root.children : [];
}
