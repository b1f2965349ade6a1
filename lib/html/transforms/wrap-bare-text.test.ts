import { describe, expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { wrapBareText } from "@/lib/html/transforms/wrap-bare-text";

const wrap = (html: string) => applyTransform(wrapBareText, html);

test("words between blocks become paragraphs, with their inline elements", () => {
  expect(wrap("<div>一<b>二</b><p>三</p>四<a href='/x'>五</a></div>")).toBe(
    '<div><p>一<b>二</b></p><p>三</p><p>四<a href="/x">五</a></p></div>',
  );
});

test("so do words at the top of the body and the only words of a box", () => {
  expect(wrap("一<div>二</div>三")).toBe("<p>一</p><div><p>二</p></div><p>三</p>");
});

describe("paragraphs set with breaks", () => {
  test("<br><br> divides, in boxes and in paragraphs, however many there are", () => {
    expect(wrap("<div>一<br> <br>二<br><br><br>三</div>")).toBe(
      "<div><p>一</p><p>二</p><p>三</p></div>",
    );
    expect(wrap('<p lang="en">one<br><br>two</p>')).toBe(
      '<p lang="en">one</p><p lang="en">two</p>',
    );
  });

  test("one <br> is a line break", () => {
    expect(wrap("<div>一<br>二</div>")).toBe("<div><p>一<br>二</p></div>");
  });

  test("unless the next line is indented like a Chinese paragraph", () => {
    expect(wrap("<div>　　一<br>　　二</div>")).toBe("<div><p>　　一</p><p>　　二</p></div>");
  });
});

test("space between blocks makes no paragraph", () => {
  expect(wrap("<div>\n<p>一</p>&nbsp;<br>\n<p>二</p></div>")).toBe("<div><p>一</p><p>二</p></div>");
});

test("an inline element around blocks is not put in a paragraph", () => {
  const html = "<div><b><p>一</p></b></div>";
  expect(wrap(html)).toBe(html);
});

test("items, cells and headings keep their words as they are", () => {
  const html = "<ul><li>一</li></ul><h2>二</h2><table><tbody><tr><td>三</td></tr></tbody></table>";
  expect(wrap(html)).toBe(html);
});

test("a summary stays the first thing in its details", () => {
  expect(wrap("<details><summary>更多</summary>内容</details>")).toBe(
    "<details><summary>更多</summary><p>内容</p></details>",
  );
});
