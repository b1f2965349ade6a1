import type { Element, ElementContent } from "hast";

import { attribute, createElement, isElement } from "@/lib/html/tree/element";
import { isWebUrl, resourceProtocols, safeUrl } from "@/lib/html/tree/safe-url";
import { type Body, rewriteElements } from "@/lib/html/tree/tree";

/** Films and sound keep a player that loads nothing before it is asked to. Without a source they go. */
export function normaliseMedia(body: Body): void {
  rewriteElements(body, (element) => {
    if (element.tagName !== "video" && element.tagName !== "audio") return element;
    const src = sourceOf(element);
    const sources = element.children.flatMap(normaliseSource);
    if (src === undefined && sources.length === 0) return undefined;

    const properties: Element["properties"] = { controls: true, preload: "none" };
    if (src !== undefined) properties.src = src;
    // A poster of another site would be asked for as soon as the page opens, and can't be asked for without a referrer.
    const poster = safeUrl(attribute(element, "poster") ?? "", resourceProtocols);
    if (poster?.startsWith("/") && element.tagName === "video") properties.poster = poster;
    // Fallback text is for browsers of 2009.
    return createElement(element.tagName, properties, src === undefined ? sources : []);
  });
}

function normaliseSource(node: ElementContent): Element[] {
  if (!isElement(node, "source")) return [];
  const src = sourceOf(node);
  if (src === undefined) return [];
  const type = attribute(node, "type");
  return [createElement("source", type === undefined ? { src } : { src, type }, [])];
}

function sourceOf(element: Element): string | undefined {
  for (const property of ["src", "dataSrc"]) {
    const src = safeUrl(attribute(element, property) ?? "", resourceProtocols);
    if (src !== undefined && (isWebUrl(src) || src.startsWith("/"))) return src;
  }
  return undefined;
}
