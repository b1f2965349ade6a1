import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import { renderCommentText } from "@/lib/comments/render-text";
import { htmlToMarkdown } from "@/lib/comments/transfer/html-to-markdown";

describe("HTML of a comment as Markdown", () => {
  it.each([
    ["<p>一</p><p>二<br>三</p>", "一\n\n二\n三"],
    ["a <b>bold </b>and <i>soft</i> word", "a **bold** and *soft* word"],
    [
      '<a href="https://example.com/a">there</a> and <a href="https://example.com/b">https://example.com/b</a>',
      "[there](<https://example.com/a>) and <https://example.com/b>",
    ],
    ['<a href="javascript:alert(1)">x</a>', "x"],
    [
      '<img src="https://example.com/a.png" alt="a *cat*">',
      "[a \\*cat\\*](<https://example.com/a.png>)",
    ],
    ["<blockquote><p>一</p><p>二</p></blockquote>三", "> 一\n>\n> 二\n\n三"],
    ["<ul><li>一</li><li>二<ul><li>三</li></ul></li></ul>", "- 一\n- 二\n\n  - 三"],
    ["<ol><li>一</li><li>二</li></ol>", "1. 一\n2. 二"],
    ["<pre><code>a &lt; b\n``` c</code></pre>", "````\na < b\n``` c\n````"],
    ["<code>a`b</code>", "`` a`b ``"],
    ["5 * 3 _ 2 [x] <script>alert(1)</script>`", "5 \\* 3 \\_ 2 \\[x\\] \\`"],
    ["&lt;b&gt; &amp;amp; &amp;", "\\<b\\> \\&amp; \\&"],
    [
      "<p>- no list</p><p>1. no list</p><p># no headline</p>",
      "\\- no list\n\n1\\. no list\n\n\\# no headline",
    ],
    ["<p>see https://example.com/a_b_c now_</p>", "see https://example.com/a_b_c now\\_"],
  ])("%s", (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  it.each([
    "<p>一</p><p>二<br>三</p>",
    "<p>a <strong>b</strong> <em>c</em> <code>d</code></p>",
    "<blockquote><p>一</p></blockquote><p>5 * 3 * 2 and __init__ and &lt;b&gt; and &amp;amp;</p>",
    "<ul><li>一</li><li>二</li></ul>",
    "<p>1) a [b](c) !d ~~e~~ + f</p>",
  ])("says the same when it is rendered: %s", (html) => {
    const rendered = toHtml(renderCommentText(htmlToMarkdown(html)));
    expect(rendered.replace(/\n/g, "")).toBe(
      html.replace(/&gt;/g, ">").replace(/&lt;/g, "&#x3C;").replace(/&amp;/g, "&#x26;"),
    );
  });
});
