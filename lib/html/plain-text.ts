import type { Element } from "hast";
import { toString as textOf } from "hast-util-to-string";

import { blockElements } from "@/lib/html/tree/content-model";
import { hasClass } from "@/lib/html/tree/element";
import type { Body, Parent } from "@/lib/html/tree/tree";
import { findStillTitle, isVideoStill } from "@/lib/html/tree/video-still";

const lineEnds: ReadonlySet<string> = new Set([...blockElements, "br", "tr", "caption"]);
const cells: ReadonlySet<string> = new Set(["td", "th"]);

/**
 * What a body says, one block a line: for excerpts, reading time and search. Captions of pictures
 * come last, so that an excerpt begins with the article and not with its first picture.
 */
export function plainText(body: Body): string {
  const text: string[] = [];
  const captions: string[] = [];
  collect(body, text, captions, false);
  return tidy(text.join("")) + tidyBehind(captions.join(""));
}

function collect(parent: Parent, text: string[], captions: string[], isCode: boolean): void {
  for (const node of parent.children) {
    if (node.type === "text") text.push(isCode ? node.value : node.value.replace(/\s+/g, " "));
    else if (node.type === "element") collectElement(node, text, captions, isCode);
  }
}

function collectElement(
  element: Element,
  text: string[],
  captions: string[],
  isCode: boolean,
): void {
  if (isMark(element)) return;
  if (isVideoStill(element)) {
    // Like a caption: nobody's article begins with it, but it can be searched for.
    const title = findStillTitle(element);
    if (title) captions.push("\n", textOf(title), "\n");
    return;
  }
  const name = element.tagName;
  const target = name === "figcaption" ? captions : text;
  if (lineEnds.has(name)) target.push("\n");
  collect(element, target, captions, isCode || name === "pre");
  if (lineEnds.has(name)) target.push("\n");
  else if (cells.has(name)) target.push(" ");
}

/** Numbers and arrows of footnotes, and the second reading in brackets for browsers without ruby. */
function isMark(element: Element): boolean {
  return (
    element.tagName === "rp" ||
    hasClass(element, "footnote-ref") ||
    hasClass(element, "footnote-backref")
  );
}

function tidyBehind(text: string): string {
  const tidied = tidy(text);
  return tidied === "" ? "" : `\n${tidied}`;
}

function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
