import { describe, expect, test } from "vitest";

import { limitNesting } from "@/lib/html/limit-nesting";
import { parseHtml } from "@/lib/html/parse-html";
import type { Parent } from "@/lib/html/tree/tree";

function depthOf(parent: Parent): number {
  return parent.children.reduce(
    (deepest, child) =>
      child.type === "element" ? Math.max(deepest, 1 + depthOf(child)) : deepest,
    0,
  );
}

test.each([
  ["nested as an article is", `<div><ul><li><p>一<b>二</b></p></li></ul></div>`],
  ["a thousand paragraphs without end tags", "<p>一".repeat(1000)],
  [
    "a thousand items and cells without end tags",
    `<ul>${"<li>一".repeat(1000)}</ul><table>${"<tr><td>1<td>2".repeat(1000)}`,
  ],
  ["199 levels", "<div>".repeat(199) + "</div>".repeat(199)],
])("%s stays the same string", (_name, html) => {
  expect(limitNesting(html)).toBe(html);
});

test("tags below level 200 go, their words and what follows stay", () => {
  const html = limitNesting(`${"<div>".repeat(10_000)}深${"</div>".repeat(10_000)}<p>后</p>`);
  expect(html).toBe(`${"<div>".repeat(200)}深${"</div>".repeat(200)}<p>后</p>`);
});

describe("what the parser builds is never deeper than recursion can bear", () => {
  test.each([
    ["unclosed boxes", "<div>".repeat(100_000)],
    ["unclosed formatting", "<b><i>".repeat(20_000)],
    ["formatting across paragraphs", '<p><font size="1"><b>x'.repeat(5_000)],
    ["tables in tables", "<table><tr><td>".repeat(5_000)],
    ["quotes and lists", "<blockquote><ul><li>".repeat(5_000)],
  ])("%s", (_name, html) => {
    expect(depthOf(parseHtml(html))).toBeLessThan(1_000);
  });
});

test("HTML that would grow beyond all bounds becomes paragraphs of text", () => {
  const fonts = Array.from({ length: 190 }, (_, size) => `<font size="${size}">`).join("");
  const html = limitNesting(`<p>${fonts}</p>${"<p>字".repeat(5_000)}`);
  expect(html.startsWith("<p>字</p>\n<p>字</p>")).toBe(true);
  expect(html).not.toContain("font");
});
