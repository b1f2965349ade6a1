import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import { countLinks, renderCommentText } from "@/lib/comments/render-text";
import { attacks } from "@/lib/html/testing/attacks";
import { findUnsafe } from "@/lib/html/testing/find-unsafe";

const render = (text: string) => toHtml(renderCommentText(text));

const link = (href: string, words = href) =>
  `<a href="${href}" rel="nofollow ugc noopener noreferrer" data-external="">${words}</a>`;

describe("the text of a comment", () => {
  it.each([
    ["*a* **b** `c<d`", "<p><em>a</em> <strong>b</strong> <code>c&#x3C;d</code></p>"],
    ["一行\n又一行", "<p>一行<br>\n又一行</p>"],
    ["> q\n\nx", "<blockquote>\n<p>q</p>\n</blockquote>\n<p>x</p>"],
    ["- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"],
    ["3. a", '<ol start="3">\n<li>a</li>\n</ol>'],
    ["```js\n<b>\n```", "<pre><code>&#x3C;b>\n</code></pre>"],
    ["[x](https://a.example/?b&c)", `<p>${link("https://a.example/?b&#x26;c", "x")}</p>`],
    ["见 https://a.example/x，好", `<p>见 ${link("https://a.example/x")}，好</p>`],
    ["<https://a.example>", `<p>${link("https://a.example")}</p>`],
  ])("may be %j", (text, html) => {
    expect(render(text).trim()).toBe(html);
  });

  it.each([
    ["# a", "<p># a</p>"],
    ["a &#x202e;b &amp; c", "<p>a &#x26;#x202e;b &#x26;amp; c</p>"],
    ["https://a.example/%E2%80%AEb", `<p>${link("https://a.example/%E2%80%AEb")}</p>`],
    ["![x](https://a.example/p.png)", `<p>!${link("https://a.example/p.png", "x")}</p>`],
    ["[x](/admin)", "<p>x</p>"],
    ["[x](#top)", "<p>x</p>"],
    ["[x](mailto:a@b.example)", "<p>x</p>"],
    ["a<br>b", "<p>a&#x3C;br>b</p>"],
    ["| a |\n|---|\n| b |", "<p>| a |<br>\n|---|<br>\n| b |</p>"],
    ["[x]: https://a.example\n\n[x]", `<p>[x]: ${link("https://a.example")}</p>\n<p>[x]</p>`],
  ])("is taken for words where it is more than that: %j", (text, html) => {
    expect(render(text).trim()).toBe(html);
  });

  it.each(attacks)("does nothing to a reader: %j", (attack) => {
    for (const text of [attack, `> - ${attack}`, `[${attack}](${attack})`, `*${attack}*`]) {
      expect(findUnsafe(render(text))).toEqual([]);
      expect(render(text)).not.toMatch(
        /<(?!\/?(?:a|blockquote|br|code|em|li|ol|p|pre|strong|ul)\b)/,
      );
    }
  });

  it("can be nested without end, and is rendered all the same", () => {
    expect(render("> ".repeat(2000)).length).toBeLessThan(100_000);
    expect(render("*a **b ".repeat(600)).length).toBeLessThan(100_000);
    expect(render("[".repeat(5000)).length).toBeLessThan(100_000);
  });

  it("has its links counted", () => {
    expect(countLinks(renderCommentText("https://a.example [b](https://b.example) [c](/c)"))).toBe(
      2,
    );
  });
});
