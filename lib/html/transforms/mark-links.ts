import type { Element } from "hast";

import { attribute, createElement } from "@/lib/html/tree/element";
import { isWebUrl, linkProtocols, safeUrl } from "@/lib/html/tree/safe-url";
import { type Body, rewriteElements } from "@/lib/html/tree/tree";
import { stillProperties } from "@/lib/html/tree/video-still";

/**
 * Links keep an address that may be followed, and those that leave the site say so, for the style
 * sheet and for the page behind them. An `<a>` with no address and no name is only its words.
 */
export function markLinks(body: Body): void {
  rewriteElements(body, (element) => {
    if (element.tagName !== "a") return element;
    const id = attribute(element, "id") ?? attribute(element, "name");
    const href = safeUrl(attribute(element, "href") ?? "", linkProtocols);
    if (href === undefined && id === undefined) return element.children;
    return createElement(
      "a",
      { ...keptProperties(element, id), ...hrefProperties(href) },
      element.children,
    );
  });
}

function keptProperties(link: Element, id: string | undefined): Element["properties"] {
  const kept: Element["properties"] = {};
  if (id !== undefined) kept.id = id;
  for (const property of ["className", "title", "lang", "hrefLang", ...stillProperties]) {
    const value = link.properties[property];
    if (value !== undefined) kept[property] = value;
  }
  return kept;
}

function hrefProperties(href: string | undefined): Element["properties"] {
  if (href === undefined) return {};
  return isWebUrl(href) ? { href, rel: ["noopener", "noreferrer"], dataExternal: "" } : { href };
}
