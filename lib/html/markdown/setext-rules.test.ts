import { expect, test } from "vitest";

import { renderMarkdown } from "@/lib/html/markdown";

test.each([
  [
    "several lines",
    "作者：林海\n来源：港口日报\n------",
    "<p>作者：林海\n来源：港口日报</p>\n<hr>\n",
  ],
  ["a sentence", "渔船在傍晚靠岸。\n---", "<p>渔船在傍晚靠岸。</p>\n<hr>\n"],
  ["a paragraph", `${"港口重开".repeat(30)}\n---`, `<p>${"港口重开".repeat(30)}</p>\n<hr>\n`],
])("%s over dashes is a paragraph over a rule", (_name, source, expected) => {
  expect(renderMarkdown(source)).toBe(expected);
});

test.each([
  ["渔民的一天\n---", "<h2>渔民的一天</h2>\n"],
  ["Why winter?\n---", "<h2>Why winter?</h2>\n"],
  ["港口\n===", "<h1>港口</h1>\n"],
  ["两行\n标题\n===", "<h1>两行\n标题</h1>\n"],
])("%j is a heading", (source, expected) => {
  expect(renderMarkdown(source)).toBe(expected);
});

test("a link line with a long address stays one", () => {
  const source = `[港口](https://news.example/${"%E6%B8%AF".repeat(30)})\n------`;
  expect(renderMarkdown(source)).toMatch(/^<h2><a href=/);
});
