import { describe, expect, test } from "vitest";

import { renderMarkdown } from "@/lib/html/markdown";

const render = (source: string) => renderMarkdown(source).trim();

describe("bare addresses", () => {
  test.each([
    ["见 https://x.example/a。", "https://x.example/a"],
    ["https://x.example/a，后文", "https://x.example/a"],
    ["（https://x.example/港口）", "https://x.example/港口"],
    ["See https://x.example/a_(b).", "https://x.example/a_(b)"],
    ["(see http://x.example/a)", "http://x.example/a"],
    ["www.x.example/a!", "www.x.example/a"],
    ["https://x.example继续", "https://x.example"],
  ])("%s", (source, address) => {
    expect(render(source)).toContain(`>${address}</a>`);
  });

  test.each([
    "foo.py and readme.md",
    "x.example/a",
    "a@x.example",
    "ftp://x.example",
    "//x.example",
  ])("%s is no link", (source) => {
    expect(render(source)).toBe(`<p>${source}</p>`);
  });
});

describe("maths", () => {
  test.each([
    ["$x^2$", '<code class="math-inline">x^2</code>'],
    ["价格是 $a<b$。", '价格是 <code class="math-inline">a&lt;b</code>。'],
  ])("%s is a formula", (source, expected) => {
    expect(render(source)).toBe(`<p>${expected}</p>`);
  });

  test.each([
    "$5 and $10",
    "US$100-US$200",
    "$5亿、$6亿",
    "costs $5, not $ 6",
    "\\$x$",
    "涨了 $ 5 $ 吗",
    "$$ and so on",
  ])("%s is none", (source) => {
    expect(render(source)).toBe(`<p>${source.replace("\\", "")}</p>`);
  });

  test("on lines of its own it is displayed", () => {
    expect(render("$$\na\n+ b\n$$\n后文")).toBe(
      '<p><code class="math-display">a\n+ b</code></p>\n<p>后文</p>',
    );
    expect(render("```math\na\n```")).toBe('<p><code class="math-display">a</code></p>');
  });

  test("marks that nobody closes swallow nothing", () => {
    expect(render("$$ 美元\n\n后文")).toBe("<p>$$ 美元</p>\n<p>后文</p>");
  });
});

test("GitHub's tables, strikethrough, task lists and footnotes", () => {
  expect(render("|甲|乙|\n|-|-:|\n|1|~~2~~|")).toContain(
    '<td style="text-align:right"><s>2</s></td>',
  );
  expect(render("- [x] 做\n- [ ] 未")).toMatch(/<input[^>]*checked="checked"[^>]*> 做/);
  expect(render("港[^1]\n\n[^1]: 注")).toContain('<a href="#footnote1">[1]</a>');
});

test("a picture's title is handed on as its caption", () => {
  expect(render('![船](/a.jpg "归港")')).toContain('alt="船" data-caption="归港"');
});
