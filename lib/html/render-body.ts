import { toHtml } from "hast-util-to-html";
import { flattenHtml } from "@/lib/html/flatten-html";
import { highlightCode } from "@/lib/html/highlight-code";
import { renderMarkdown } from "@/lib/html/markdown";
import { parseHtml } from "@/lib/html/parse-html";
import { plainText } from "@/lib/html/plain-text";
import { renderMath } from "@/lib/html/render-math";
import { transforms } from "@/lib/html/transforms";
import type { BodyContext } from "@/lib/html/tree/body-context";
import { sanitizeBody } from "@/lib/html/tree/sanitize";

export interface RenderedBody {
  /** Sanitised HTML. */
  html: string;
  /** What it says, one block a line: for excerpts, reading time and search. */
  text: string;
}

/**
 * The body of a post, Markdown and HTML in any mixture, as HTML that can be trusted and as text.
 * Synchronous, and pure but for reading the sizes of pictures in `publicDirectory`.
 */
export function renderBody(source: string, context: BodyContext): RenderedBody {
  const html = renderMarkdown(source);
  try {
    return renderHtml(html, context);
  } catch (error) {
    // The stack has overflowed: nesting that got past `limitNesting`. One hostile post keeps its
    // text and must not take the others with it.
    if (!(error instanceof RangeError)) throw error;
    return renderHtml(flattenHtml(html), context);
  }
}

function renderHtml(html: string, context: BodyContext): RenderedBody {
  const body = parseHtml(html);
  for (const transform of transforms) transform(body, context);
  const clean = sanitizeBody(body);
  const text = plainText(clean);
  highlightCode(clean);
  renderMath(clean);
  return { html: toHtml(clean), text };
}
