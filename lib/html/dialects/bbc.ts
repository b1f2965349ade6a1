import type { Element, ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";

import type { Dialect } from "@/lib/html/dialects/dialect";
import { dropNamed } from "@/lib/html/dialects/drop-named";
import { attribute, createElement, hasClass, isElement } from "@/lib/html/tree/element";
import { type Body, rewriteElements } from "@/lib/html/tree/tree";

/** Labels for screen readers in front of what needs none here, and slots. */
const names: ReadonlySet<string> = new Set(["bbccom_slot", "embed-report-link", "off-screen"]);

/** BBC 中文 until 2020: pictures are boxes until a script has run, their credit stands in the figure. */
export const bbc: Dialect = {
  hosts: ["bbc.com", "bbc.co.uk"],
  transform(body) {
    dropNamed(body, names);
    rewriteElements(body, (element) =>
      hasClass(element, "js-delayed-image-load") ? toPicture(element) : element,
    );
    creditPictures(body);
  },
};

function toPicture(box: Element): Element {
  const properties: Element["properties"] = {};
  for (const [property, source] of [
    ["src", "dataSrc"],
    ["alt", "dataAlt"],
    ["width", "dataWidth"],
    ["height", "dataHeight"],
  ] as const) {
    const value = attribute(box, source);
    if (value !== undefined) properties[property] = value;
  }
  return properties.src === undefined ? box : createElement("img", properties, []);
}

/** The credit moves from the picture to the end of its caption. */
function creditPictures(body: Body): void {
  rewriteElements(body, (figure) => {
    if (figure.tagName !== "figure") return figure;
    const credits: string[] = [];
    rewriteElements(figure, (element) => {
      if (!hasClass(element, "story-image-copyright")) return element;
      credits.push(textOf(element).trim());
      return undefined;
    });
    if (credits.length > 0) addCredit(figure, credits.join("、"));
    return figure;
  });
}

function addCredit(figure: Element, credit: string): void {
  const text: ElementContent = { type: "text", value: `（${credit}）` };
  const caption = figure.children.find((child) => isElement(child, "figcaption"));
  if (isElement(caption)) caption.children.push(text);
  else figure.children.push(createElement("figcaption", {}, [text]));
}
