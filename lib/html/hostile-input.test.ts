import { expect, test } from "vitest";

import { renderBody } from "@/lib/html/render-body";
import { findUnsafe } from "@/lib/html/testing/find-unsafe";

/** Linear work on these takes well under a second; what hangs outlives the time of a test. */
const patience = 60_000;

test.each([
  ["opening brackets", "[".repeat(50_000)],
  ["opening pictures", "![".repeat(50_000)],
  ["opening emphasis", "*a ".repeat(50_000)],
  ["mixed emphasis", "a**b_c".repeat(10_000)],
  ["less-than signs", "<".repeat(100_000)],
  ["opening comments", "<!-- ".repeat(50_000)],
  ["opening tags", "<a ".repeat(50_000)],
  ["opening attributes", '<a b="'.repeat(30_000)],
  ["backticks of all lengths", Array.from({ length: 400 }, (_, n) => "`".repeat(n + 1)).join(" ")],
  ["dollars", "$".repeat(100_000)],
  ["formulas that don't close", "$a ".repeat(50_000)],
  ["displays that don't close", "$$ a\n".repeat(50_000)],
  ["pipes", `${"|a".repeat(2_000)}\n${"|-".repeat(2_000)}\n${"|||\n".repeat(10)}`],
  ["quotes in quotes", ">".repeat(50_000)],
  ["lists in lists", "- ".repeat(20_000)],
  ["footnotes in footnotes", "[^1]: ".repeat(10_000)],
  ["inline footnotes", "^[".repeat(30_000)],
  ["half addresses", "www.".repeat(50_000)],
  ["fences that don't close", "```a\n".repeat(50_000)],
  ["boxes ten thousand deep", `${"<div>".repeat(10_000)}字${"</div>".repeat(10_000)}`],
  ["unclosed boxes on lines", "<div>\n\n".repeat(10_000)],
  [
    "unclosed formatting",
    Array.from({ length: 3_000 }, (_, n) => `<p><font size=${n}>字`).join(""),
  ],
  ["links in links", "<a href=x><div>".repeat(5_000)],
  ["tables in tables", "<table><tr><td>".repeat(3_000)],
  ["tags hidden in drawings", "<svg><style><b>".repeat(5_000)],
  [
    "figures in figures",
    `${"<figure>".repeat(190)}<img src=a>${"<figcaption>字</figcaption></figure>".repeat(190)}`,
  ],
  ["a hundred thousand breaks", `<center>${"字<br>".repeat(100_000)}</center>`],
  ["targets in boxes", `<a href=#a>a</a>${"<div id=a>".repeat(5_000)}字`],
  ["advertisements in advertisements", `${"<div class=ad>".repeat(5_000)}字`],
  [
    "a picture of fifty thousand sources",
    `<picture>${"<source srcset=a>".repeat(50_000)}<img></picture>`,
  ],
  ["fifty thousand twins", `<div>${"<noscript><img src=a></noscript>".repeat(25_000)}</div>`],
  ["fifty thousand rows", `<table>${"<tr><td>a<td>b".repeat(25_000)}</table>`],
  [
    "videos without end",
    `<div>${"<iframe src=https://youtu.be/aB3_-xYz901></iframe>".repeat(20_000)}</div>`,
  ],
  ["rules under paragraphs", "字。\n---\n\n".repeat(30_000)],
  ["formulas in braces", `$${"{".repeat(3_000)}${"}".repeat(3_000)}$`],
  ["code that backtracks", `\`\`\`js\n${"({[/a".repeat(9_000)}\n\`\`\``],
])(
  "%s",
  (_name, source) => {
    const { html } = renderBody(source, {
      title: "题",
      publicDirectory: "/nonexistent",
      ownPages: [],
    });
    expect(findUnsafe(html, { formulas: true })).toEqual([]);
  },
  patience,
);

test(
  "five megabytes of an article are rendered whole",
  () => {
    const paragraph = "<p>会议在傍晚结束，<b>记者</b>守在门外等消息，雨一直下到半夜才停。</p>\n";
    const times = Math.floor(5_000_000 / Buffer.byteLength(paragraph));
    const { text } = renderBody(`<div>${paragraph.repeat(times)}</div>`, {
      title: "题",
      publicDirectory: "/nonexistent",
      ownPages: [],
    });
    expect(text.split("\n")).toHaveLength(times);
  },
  patience,
);

test("nesting that only the parser sees overflows the stack, and the text before it is kept", () => {
  // Within `<svg>` a `<style>` holds elements; everywhere else, and to the tag scanner, it holds text.
  const source = `<p>港口重开</p><svg><style>${"<g>".repeat(20_000)}`;
  expect(
    renderBody(source, { title: "题", publicDirectory: "/nonexistent", ownPages: [] }),
  ).toEqual({
    html: "<p>港口重开</p>",
    text: "港口重开",
  });
});
