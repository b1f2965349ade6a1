import type { Element, ElementContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { common, createLowlight } from "lowlight";

import { classNames, isElement } from "@/lib/html/tree/element";
import { type Body, toBody, visitElements } from "@/lib/html/tree/tree";

const lowlight = createLowlight(common);
const languagePrefix = "language-";

/** Beyond this a listing is data, and its colours cost more than they tell. In characters. */
const maxBlockLength = 50_000;
const maxBodyLength = 500_000;

/**
 * Colours the code blocks that name a language. Runs behind the sanitiser and reads nothing but
 * text, so that its `hljs-…` classes need no allowance there.
 */
export function highlightCode(body: Body): void {
  let budget = maxBodyLength;
  visitElements(body, (element) => {
    const code = element.tagName === "pre" ? element.children[0] : undefined;
    if (!isElement(code, "code")) return;
    const language = languageOf(code);
    if (language === undefined) return;
    const source = textOf(code);
    if (source.length > Math.min(budget, maxBlockLength)) return;
    budget -= source.length;
    code.children = colour(language, source);
  });
}

function colour(language: string, source: string): ElementContent[] {
  const body = toBody(lowlight.highlight(language, source).children);
  // A language inside another (CSS in HTML) comes as a class of its bare name, which could be
  // anything in our style sheet.
  visitElements(body, (element) => {
    element.properties.className = classNames(element).map((name) =>
      name.startsWith("hljs-") || name.endsWith("_") ? name : languagePrefix + name,
    );
  });
  return body.children;
}

function languageOf(code: Element): string | undefined {
  const name = classNames(code).find((token) => token.startsWith(languagePrefix));
  const language = name?.slice(languagePrefix.length).toLowerCase();
  return language !== undefined && lowlight.registered(language) ? language : undefined;
}
