import type { Element } from "hast";
import { toString as textOf } from "hast-util-to-string";

import { attribute, isElement } from "@/lib/html/tree/element";
import { isSameText } from "@/lib/html/tree/same-text";
import type { Body, Parent } from "@/lib/html/tree/tree";

/** A picture without a description gets its caption or title; a title that repeats either goes. */
export function describePictures(body: Body): void {
  describeIn(body, "");
}

function describeIn(parent: Parent, caption: string): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    if (child.tagName === "img") describe(child, caption);
    else describeIn(child, child.tagName === "figure" ? captionOf(child) : caption);
  }
}

function captionOf(figure: Element): string {
  const caption = figure.children.find((child) => isElement(child, "figcaption"));
  return caption ? textOf(caption).replace(/\s+/g, " ").trim() : "";
}

function describe(image: Element, caption: string): void {
  const title = attribute(image, "title") ?? attribute(image, "dataCaption");
  const alt = attribute(image, "alt") ?? (caption === "" ? (title ?? "") : caption);
  image.properties.alt = alt;
  delete image.properties.title;
  if (title !== undefined && !isSameText(title, alt) && !isSameText(title, caption)) {
    image.properties.title = title;
  }
}
