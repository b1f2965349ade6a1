import { footnote } from "@mdit/plugin-footnote";
import { tex } from "@mdit/plugin-tex";
import MarkdownIt from "markdown-it";

import { displayMath } from "@/lib/html/markdown/display-math";
import { htmlElementBlock } from "@/lib/html/markdown/html-element-block";
import { pictureCaptions } from "@/lib/html/markdown/picture-captions";
import { setextRules } from "@/lib/html/markdown/setext-rules";
import { taskLists } from "@/lib/html/markdown/task-lists";
import { webLinks } from "@/lib/html/markdown/web-links";

const markdown = new MarkdownIt({ html: true, linkify: true })
  .use(footnote)
  .use(taskLists)
  // Formulas leave here as code; KaTeX sees them only after everything else has been sanitised.
  .use(tex, { render: renderFormula, mathFence: true })
  .use(displayMath)
  .use(htmlElementBlock)
  .use(setextRules)
  .use(pictureCaptions)
  .use(webLinks);

/**
 * CommonMark and GitHub's extensions to an HTML string that is not safe yet: raw HTML goes through,
 * dangerous links too. Everything after this works on a tree.
 */
export function renderMarkdown(source: string): string {
  return markdown.render(source);
}

/** Classes by which `renderMath` finds the formulas again. */
export const inlineMathClass = "math-inline";
export const displayMathClass = "math-display";

function renderFormula(formula: string, isDisplay: boolean): string {
  const escaped = markdown.utils.escapeHtml(formula.trim());
  return isDisplay
    ? `<p><code class="${displayMathClass}">${escaped}</code></p>\n`
    : `<code class="${inlineMathClass}">${escaped}</code>`;
}
