import type { Element } from "hast";
import { toString as textOf } from "hast-util-to-string";
import katex from "katex";
import { displayMathClass, inlineMathClass } from "@/lib/html/markdown";
import { parseTrusted } from "@/lib/html/parse-html";
import { sanitizeFormula } from "@/lib/html/sanitize-formula";
import { createElement, hasClass } from "@/lib/html/tree/element";
import { type Body, rewriteElements } from "@/lib/html/tree/tree";

/** In characters, and in formulas a body. A page of TeX has about 3,000 characters. */
const maxFormulaLength = 4_000;
const maxFormulas = 2_000;

/**
 * Formulas become MathML, the only MathML in a page: it is made here, behind the sanitiser, from
 * text. A formula that KaTeX can't read is shown as it was written.
 */
export function renderMath(body: Body): void {
  let formulas = 0;
  rewriteElements(body, (element) => {
    if (element.tagName !== "code") return element;
    const displayMode = hasClass(element, displayMathClass);
    if (!displayMode && !hasClass(element, inlineMathClass)) return element;
    const source = textOf(element);
    if (source.length > maxFormulaLength || ++formulas > maxFormulas) return plain(source);
    return render(source, displayMode) ?? plain(source);
  });
}

function plain(source: string): Element {
  return createElement("code", {}, [{ type: "text", value: source }]);
}

function render(source: string, displayMode: boolean): Element | undefined {
  try {
    const markup = katex.renderToString(source, {
      displayMode,
      output: "mathml",
      trust: false,
      strict: "ignore",
      maxExpand: 200,
      maxSize: 50,
      throwOnError: true,
    });
    const formula = parseTrusted(markup);
    return formula && sanitizeFormula(formula);
  } catch (error) {
    // `throwOnError: false` would answer with red text in an inline style. Deep nesting overflows.
    if (error instanceof katex.ParseError || error instanceof RangeError) return undefined;
    throw error;
  }
}
