import type { Element } from "hast";
import { toString as textOf } from "hast-util-to-string";

import { attribute, classNames } from "@/lib/html/element";
import { placeholderNames, placeholderPrefixes } from "@/lib/html/placeholder-names";
import { type Body, rewriteElements } from "@/lib/html/tree";

/** A box with more text than this holds an article, whatever it is called. In characters. */
const substantialText = 80;

/** Elements that are content by their nature, and carry such names only by accident. */
const neverPlaceholders: ReadonlySet<string> = new Set(["figure", "figcaption", "table", "pre"]);

/** Removes what advertising, pay walls, share bars and trackers left behind. */
export function dropPlaceholders(body: Body): void {
  rewriteElements(body, (element) => (isPlaceholder(element) ? undefined : element));
}

function isPlaceholder(element: Element): boolean {
  if (element.tagName === "img" || element.tagName === "iframe") {
    if (isPixel(element)) return true;
  }
  if (neverPlaceholders.has(element.tagName)) return false;
  const isNamed = [...classNames(element), attribute(element, "id") ?? ""].some(isPlaceholderName);
  return isNamed && textOf(element).trim().length <= substantialText;
}

function isPlaceholderName(name: string): boolean {
  const lower = name.toLowerCase();
  return (
    placeholderNames.has(lower) || placeholderPrefixes.some((prefix) => lower.startsWith(prefix))
  );
}

/** Pictures and frames of one pixel or none count readers. */
function isPixel(element: Element): boolean {
  const width = attribute(element, "width") ?? styleLength(element, "width");
  const height = attribute(element, "height") ?? styleLength(element, "height");
  if (width === undefined || height === undefined) return false;
  return [width, height].every((length) => /^[01](?:px)?$/.test(length));
}

function styleLength(element: Element, name: string): string | undefined {
  const declarations = attribute(element, "style")?.split(";") ?? [];
  for (const declaration of declarations) {
    const [property, value] = declaration.split(":");
    if (property?.trim().toLowerCase() === name) return value?.trim();
  }
  return undefined;
}
