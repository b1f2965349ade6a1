import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";

import { type Parent, visitElements } from "@/lib/html/tree/tree";

/**
 * A second opinion on rendered HTML, written apart from the sanitiser's schemas: what a browser
 * would find in it that must not be there, as readable lines. Formulas may be MathML where they
 * stand in KaTeX's `<span>`; tests that inject MathML forbid them.
 */
export function findUnsafe(html: string, { formulas = false } = {}): string[] {
  const found: string[] = [];
  const root = fromHtml(html, { fragment: true });
  if (root.children.some((node) => node.type === "comment")) found.push("comment");
  findUnsafeIn(root as Parent, formulas, found);
  return found;
}

function findUnsafeIn(parent: Parent, formulas: boolean, found: string[]): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    if (formulas && isFormula(child)) {
      findUnsafeMath(child, found);
      continue;
    }
    const { tagName } = child;
    if (!safeElements.has(tagName)) found.push(`<${tagName}>`);
    for (const name of Object.keys(child.properties)) {
      if (!safeAttributes.has(name)) found.push(`${tagName} ${name}`);
    }
    found.push(...findUnsafeValues(child));
    findUnsafeIn(child, formulas, found);
  }
}

function isFormula({ tagName, properties, children }: Element): boolean {
  return (
    tagName === "span" &&
    properties.className?.toString() === "katex" &&
    Object.keys(properties).length === 1 &&
    children.every((child) => child.type === "element" && child.tagName === "math")
  );
}

function findUnsafeMath(formula: Element, found: string[]): void {
  visitElements(formula, ({ tagName, properties }) => {
    if (!mathElements.has(tagName)) found.push(`<${tagName}>`);
    for (const name of Object.keys(properties)) {
      if (!mathAttributes.has(name)) found.push(`${tagName} ${name}`);
    }
  });
}

function findUnsafeValues(element: Element): string[] {
  const found: string[] = [];
  const { id, href, src, poster, className } = element.properties;
  if (id !== undefined && !/^(?:user-content-|h-)/.test(String(id))) found.push(`id ${id}`);
  for (const url of [href, src, poster]) {
    if (url !== undefined && !isSafeUrl(String(url), url === href)) found.push(`url ${url}`);
  }
  for (const name of Array.isArray(className) ? className : []) {
    if (!safeClass.test(String(name))) found.push(`class ${name}`);
  }
  if (element.tagName === "input" && element.properties.disabled !== true) found.push("input");
  return found;
}

/** As a browser resolves it; one that it can't resolve leads nowhere. */
function isSafeUrl(url: string, isLink: boolean): boolean {
  if (!URL.canParse(url, "https://site.example/posts/x")) return true;
  const { protocol } = new URL(url, "https://site.example/posts/x");
  const safe = isLink ? ["http:", "https:", "mailto:", "tel:"] : ["http:", "https:"];
  return safe.includes(protocol);
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

const safeElements = words(`
  a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt
  em figcaption figure h2 h3 h4 h5 h6 hr i img input ins kbd label li mark ol p pre q rp rt ruby s samp
  section small source span strong sub summary sup table tbody td tfoot th thead time tr u ul var
  video wbr`);

const mathElements = words(`
  math semantics annotation mrow mi mn mo ms mtext mspace mstyle msup msub msubsup mfrac msqrt mroot
  munder mover munderover mtable mtr mtd mpadded mphantom menclose`);

const mathAttributes = words(`
  accent accentunder columnalign columnlines columnspacing depth display displaystyle encoding fence
  height largeop linebreak linethickness lspace mathbackground mathcolor mathsize mathvariant
  maxsize minsize notation rowlines rowspacing rspace scriptlevel separator stretchy valign voffset
  width xmlns`);

const safeAttributes = words(`
  abbr alt ariaLabel checked className colSpan controls dataExternal dataVideoHost dataVideoId dataVideoStart dateTime decoding dir disabled
  headers height href hrefLang id lang loading open poster preload referrerPolicy rel reversed role
  rowSpan scope span src start tabIndex title type value width`);

/** `title function_` and the like are highlight.js's own second words. */
const safeClass =
  /^(?:hljs-.+|footnote.+|task-list.+|language-.+|math-.+|align-(?:left|center|right)|table-scroll|heading-link|video-(?:still|portrait)|katex|[a-z]+_+)$/;
