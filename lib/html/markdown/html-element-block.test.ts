import { describe, expect, test } from "vitest";

import { renderMarkdown } from "@/lib/html/markdown";

describe("HTML stays HTML across blank lines and indentation", () => {
  test.each([
    ["an indented paragraph", "<div>\n<p>一</p>\n\n    <p>二</p>\n</div>"],
    ["marks of Markdown", "<div>\n<p>一</p>\n\n# 二 *三*\n- 四\n1. 五\n</div>"],
    ["lines with breaks", "<div>\n\n港口<br>\n\n    重开*了*<br>\n\n</div>"],
    ["a heading inside", "<section>\n<h3>一</h3>\n\n    二\n\n</section>"],
    ["boxes inside of boxes", "<div>\n\n<div>\n\n    一\n\n</div>\n\n</div>"],
    ["a paragraph with a blank line", "<p>\n一\n\n    二 *三*\n</p>"],
    ["an element that nobody closes", "<div>\n<p>一\n\n    二 *三*"],
    ["an inline element around blocks", "<font>\n<p>一</p>\n\n    <p>二</p>\n</font>"],
    [
      "end tags in attributes and comments",
      '<div title="</div>">\n<!-- </div> -->\n<p>一</p>\n\n    二\n</div>',
    ],
    ["two boxes on one line", "<div>\n<p>一</p>\n\n    二</div><div>\n<p>三</p>\n\n    四</div>"],
  ])("%s", (_name, source) => {
    expect(renderMarkdown(source)).toBe(source);
  });

  test("and what follows is Markdown again", () => {
    expect(renderMarkdown("<div>\n<p>一</p>\n\n    二\n</div>\n\n**三**")).toBe(
      "<div>\n<p>一</p>\n\n    二\n</div>\n<p><strong>三</strong></p>\n",
    );
  });

  test("it may end a paragraph of Markdown", () => {
    expect(renderMarkdown("*一*\n<div>\n<p>二</p>\n\n    三\n</div>")).toContain(
      "<p><em>一</em></p>",
    );
  });
});

describe("Markdown in HTML stays Markdown, as on GitHub", () => {
  test.each([
    ["in a box", "<div>\n\n**一**\n\n</div>", "<p><strong>一</strong></p>"],
    [
      "in details",
      "<details><summary>更多</summary>\n\n- *一*\n\n</details>",
      "<li><em>一</em></li>",
    ],
    [
      "with a break in a list",
      "<details>\n<summary>更多</summary>\n\n- 一<br>二 **三**\n\n</details>",
      "<strong>三</strong>",
    ],
    [
      "beside HTML",
      '<div align="center">\n\n# 一\n\n<p>二</p>\n\n**三**\n\n</div>',
      "<strong>三</strong>",
    ],
    [
      "in a cell",
      "<table><tr><td>\n\n```js\na\n```\n\n</td></tr></table>",
      '<code class="language-js">',
    ],
    ["in quotes", "> <div>\n>\n> **一**\n>\n> </div>", "<strong>一</strong>"],
    ["in words", "港口 <b>重开</b> 的 **消息**\n\n*二*", "<strong>消息</strong>"],
    [
      "around an example in code",
      "`<div>` 与 `<p>`\n\n**一**\n\n```\n<div>\n<p>\n```\n\n**二**",
      "<strong>二</strong>",
    ],
  ])("%s", (_name, source, expected) => {
    expect(renderMarkdown(source)).toContain(expected);
  });
});

test.each([
  ["boxes", "<div>\n"],
  ["boxes and blank lines", "<div>\n\n"],
  ["inline elements and blank lines", "<span>\n\n"],
  ["details and blank lines", "<details>\n\n"],
])(
  "ten thousand unclosed %s are done within the time of a test, and none is lost",
  (_name, line) => {
    const rendered = renderMarkdown(line.repeat(10_000));
    expect(rendered.split(line.trim())).toHaveLength(10_001);
  },
);
