import type { Element } from "hast";
import { toString as textOf } from "hast-util-to-string";

import { attribute, classNames, isElement } from "@/lib/html/tree/element";
import {
  findPlaceholderKind,
  isAdvertLabel,
  isSlogan,
  type PlaceholderKind,
} from "@/lib/html/tree/placeholder-names";
import { type Body, type Parent, rewriteElements } from "@/lib/html/tree/tree";

/** A box with more text than this holds an article, whatever it is called. In characters. */
const substantialText = 80;

/** Elements that are content by their nature, and carry such names only by accident. */
const neverPlaceholders: ReadonlySet<string> = new Set(["figure", "figcaption", "table", "pre"]);

/**
 * Removes what advertising, pay walls, share bars and trackers left behind. A name alone condemns
 * nothing that reads like a part of an article: some sites put `class="paywall"` on every paragraph.
 */
export function dropPlaceholders(body: Body): void {
  rewriteElements(body, (element) => (isPlaceholder(element) ? undefined : element));
}

function isPlaceholder(element: Element): boolean {
  if (isElement(element, "img", "iframe") && isCounter(element)) return true;
  if (neverPlaceholders.has(element.tagName)) return false;
  const kind = findKind(element);
  if (kind === undefined) return isLabel(element);
  const text = textOf(element).trim();
  if (text === "") return !holdsFigure(element);
  return !readsLikeArticle(element, text, kind);
}

function findKind(element: Element): PlaceholderKind | undefined {
  for (const name of classNames(element)) {
    const kind = findPlaceholderKind(name);
    if (kind !== undefined) return kind;
  }
  return findPlaceholderKind(attribute(element, "id") ?? "");
}

function readsLikeArticle(element: Element, text: string, kind: PlaceholderKind): boolean {
  // The boxes of these machines may hold a wall of headlines, but those are all links.
  if (kind === "machine") return textOutsideLinks(element).trim().length > substantialText;
  if (text.length > substantialText) return true;
  if (isSlogan(text, kind)) return false;
  // A pay wall says what it is; the text behind it says anything else.
  return kind === "paywall" || isSentence(textOutsideLinks(element)) || holdsFigure(element);
}

/** Ends as sentences do, and is longer than a button. */
function isSentence(text: string): boolean {
  const said = text.trim();
  return said.length >= 8 && /[。！？!?.…”」』"]$/u.test(said);
}

function textOutsideLinks(parent: Parent): string {
  return parent.children
    .map((child) => {
      if (child.type === "text") return child.value;
      return child.type === "element" && child.tagName !== "a" ? textOutsideLinks(child) : "";
    })
    .join("");
}

function holdsFigure(parent: Parent): boolean {
  return parent.children.some(
    (child) =>
      child.type === "element" && (neverPlaceholders.has(child.tagName) || holdsFigure(child)),
  );
}

/** A paragraph with the one word that stood over an advertisement. */
function isLabel(element: Element): boolean {
  if (!isElement(element, "p", "div")) return false;
  const [only, other] = element.children;
  return only?.type === "text" && other === undefined && isAdvertLabel(only.value.trim());
}

/** Pictures and frames of one pixel or none, or hidden ones that no script will show, count readers. */
function isCounter(element: Element): boolean {
  const width = attribute(element, "width") ?? styleLength(element, "width");
  const height = attribute(element, "height") ?? styleLength(element, "height");
  if (width !== undefined && height !== undefined) {
    return [width, height].every((length) => /^[01](?:px)?$/.test(length));
  }
  return (
    styleLength(element, "display") === "none" &&
    !Object.keys(element.properties).some((property) => property.startsWith("data"))
  );
}

function styleLength(element: Element, name: string): string | undefined {
  const declarations = attribute(element, "style")?.split(";") ?? [];
  for (const declaration of declarations) {
    const [property, value] = declaration.split(":");
    if (property?.trim().toLowerCase() === name) return value?.trim();
  }
  return undefined;
}
