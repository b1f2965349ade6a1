import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";

import { parseHtml } from "@/lib/html/parse-html";
import { renderMath } from "@/lib/html/render-math";

function render(html: string): string {
  const body = parseHtml(html);
  renderMath(body);
  return toHtml(body);
}

test("a formula becomes MathML, displayed or in the line", () => {
  expect(render('<code class="math-inline">x^2</code>')).toContain(
    "<msup><mi>x</mi><mn>2</mn></msup>",
  );
  expect(render('<code class="math-display">x</code>')).toContain('display="block"');
});

test.each([
  ["unreadable", "\\frac{1"],
  ["expanding without end", "\\def\\a{\\a\\a}\\a"],
  ["too long", "x".repeat(5_000)],
])("an %s formula is shown as written", (_name, source) => {
  expect(render(`<code class="math-inline">${source}</code>`)).toBe(`<code>${source}</code>`);
});

test("a formula can't link, load or style", () => {
  const html = render(
    '<code class="math-inline">\\href{javascript:alert(1)}{x}\\includegraphics{a.png}\\htmlStyle{color:red}{y}</code>',
  );
  expect(html).not.toMatch(/<a[\s>]|<img|href=|style=/);
});

test("what KaTeX itself would style comes without, and keeps its colours and spaces", () => {
  const html = render(
    '<code class="math-inline">\\pmb{x}\\fcolorbox{red}{yellow}{y}\\color{blue}\\begin{array}{c|c}a&amp;b\\\\\\hline c&amp;d\\end{array}\\rule{1em}{2em}</code>',
  );
  expect(html).not.toMatch(/\sstyle=/);
  for (const kept of [
    'mathbackground="yellow"',
    'mathcolor="blue"',
    'columnlines="solid"',
    'height="2em"',
  ]) {
    expect(html).toContain(kept);
  }
});

test("markup in a formula stays text", () => {
  const html = render('<code class="math-inline">\\text{&lt;img src=x onerror=y&gt;}</code>');
  expect(html).not.toContain("<img");
  expect(html).toContain("&#x3C;img");
});

test("ordinary code is left alone", () => {
  expect(render("<code>x^2</code>")).toBe("<code>x^2</code>");
});
