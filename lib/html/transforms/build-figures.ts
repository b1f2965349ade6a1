import type { Element, ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";

import { wrapperElements } from "@/lib/html/tree/content-model";
import {
  attribute,
  classNames,
  createElement,
  isBlankText,
  isElement,
} from "@/lib/html/tree/element";
import { type Body, type Parent, rewriteElements } from "@/lib/html/tree/tree";
import { isVideoStill } from "@/lib/html/tree/video-still";

/** What content systems call the line under a picture when they have no `<figcaption>`. */
const captionClasses: ReadonlySet<string> = new Set([
  "caption",
  "caption-text",
  "figure-caption",
  "image-caption",
  "img-caption",
  "photo-caption",
  "wp-caption-text",
]);

/**
 * A picture and its caption become one `<figure>`, wherever the two stood: beside each other, each
 * in a box of its own, or as a Markdown picture with a title. A caption without a picture becomes
 * a paragraph; no caption is ever lost.
 */
export function buildFigures(body: Body): void {
  rewriteElements(body, (element, parent) => {
    element.children = joinCaptions(element.children);
    if (isElement(element, "figure")) return rebuildFigure(element);
    if (isElement(element, "dl")) return fromDefinition(element);
    if (isMarkdownFigure(element)) return fromMarkdown(element);
    return hoistCaption(element, parent);
  });
  body.children = joinCaptions(body.children);
  rewriteElements(body, (element, parent) =>
    isElement(element, "figcaption") && !isFigure(parent)
      ? createElement("p", {}, element.children)
      : element,
  );
}

/** A caption alone in its box stands for the box, so that it meets its picture one level up. */
function hoistCaption(element: Element, parent: Parent): ElementContent {
  if (!wrapperElements.has(element.tagName) || isFigure(parent)) return element;
  const content = element.children.filter((child) => !isBlankText(child));
  const [only] = content;
  return content.length === 1 && isElement(only, "figcaption") ? only : element;
}

function isFigure(parent: Parent): boolean {
  return parent.type === "element" && parent.tagName === "figure";
}

function joinCaptions(children: ElementContent[]): ElementContent[] {
  if (!children.some(isCaption)) return children;
  const joined: ElementContent[] = [];
  for (const child of children) {
    if (!isCaption(child)) {
      joined.push(child);
      continue;
    }
    const at = joined.findLastIndex((node) => !isBlankText(node));
    const pictures = picturesIn(joined[at]);
    if (pictures) {
      joined.splice(
        at,
        joined.length - at,
        createElement("figure", {}, [...pictures, caption(child)]),
      );
    } else {
      joined.push(child);
    }
  }
  return joined;
}

function isCaption(node: ElementContent): node is Element {
  if (isElement(node, "figcaption")) return true;
  return (
    isElement(node, "p", "div", "span") &&
    classNames(node).some((name) => captionClasses.has(name)) &&
    picturesIn(node) === undefined
  );
}

function caption(element: Element): Element {
  return createElement("figcaption", {}, element.children);
}

/** The pictures of a node that holds nothing else; nothing if it is not such a node. */
function picturesIn(node: ElementContent | undefined): Element[] | undefined {
  if (isElement(node, "img", "video", "audio")) return [node];
  if (isElement(node, "a") && isVideoStill(node)) return [node];
  if (!isElement(node, "a", "p", "figure", "span", ...wrapperElements)) return undefined;
  const pictures: Element[] = [];
  for (const child of node.children) {
    if (isBlankText(child) || isElement(child, "br")) continue;
    const inner = picturesIn(child);
    if (!inner) return undefined;
    for (const picture of inner) pictures.push(picture);
  }
  if (pictures.length === 0) return undefined;
  // A picture that is a link stays one.
  return isElement(node, "a") && attribute(node, "href") !== undefined ? [node] : pictures;
}

/** Boxes inside a figure say nothing; several captions become one. */
function rebuildFigure(figure: Element): ElementContent | ElementContent[] {
  const captions: Element[] = [];
  const content = withoutCaptions(figure, captions);
  const [first, ...others] = captions;
  if (!first)
    return content.some((child) => !isBlankText(child)) ? { ...figure, children: content } : [];
  for (const other of others) {
    first.children.push(createElement("br", {}, []), ...other.children);
  }
  return content.some((child) => !isBlankText(child))
    ? createElement("figure", {}, [...content, caption(first)])
    : first;
}

function withoutCaptions(parent: Element, captions: Element[]): ElementContent[] {
  const content: ElementContent[] = [];
  for (const child of parent.children) {
    if (isElement(child, "figcaption")) {
      if (textOf(child).trim() !== "") captions.push(child);
      continue;
    }
    const isBox =
      isElement(child, "p", "span", "figure", ...wrapperElements) &&
      (picturesIn(child) !== undefined || holdsCaption(child));
    if (isBox) for (const inner of withoutCaptions(child, captions)) content.push(inner);
    else if (!isBlankText(child)) content.push(child);
  }
  return content;
}

function holdsCaption(element: Element): boolean {
  return element.children.some(
    (child) => isElement(child, "figcaption") || (child.type === "element" && holdsCaption(child)),
  );
}

/** `<dl><dt>picture<dd>caption</dl>`, with which old content systems said the same. */
function fromDefinition(list: Element): Element {
  const [term, description, other] = list.children.filter((child) => !isBlankText(child));
  if (!isElement(term, "dt") || !isElement(description, "dd") || other) return list;
  const pictures = picturesIn(createElement("span", {}, term.children));
  return pictures ? createElement("figure", {}, [...pictures, caption(description)]) : list;
}

/** `![alt](src "title")` alone in its paragraph. */
function isMarkdownFigure(element: Element): boolean {
  return element.tagName === "p" && captionOf(picturesIn(element)?.[0]) !== undefined;
}

function fromMarkdown(paragraph: Element): Element {
  const pictures = picturesIn(paragraph) ?? [];
  const text = captionOf(pictures[0]) ?? "";
  return createElement("figure", {}, [
    ...pictures,
    createElement("figcaption", {}, [{ type: "text", value: text }]),
  ]);
}

function captionOf(picture: ElementContent | undefined): string | undefined {
  if (isElement(picture, "a")) return captionOf(picture.children.find((child) => isElement(child)));
  return isElement(picture) ? attribute(picture, "dataCaption") : undefined;
}
