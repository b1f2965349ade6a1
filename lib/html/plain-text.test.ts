import { expect, test } from "vitest";

import { parseHtml } from "@/lib/html/parse-html";
import { plainText } from "@/lib/html/plain-text";

const textOf = (html: string) => plainText(parseHtml(html));

test("one block a line, spaces as a reader sees them", () => {
  expect(
    textOf("<h2>题</h2>\n<p>一 <b>二</b>\n三<br>四</p><ul><li>五</li><li><p>六</p></li></ul>"),
  ).toBe("题\n一 二 三\n四\n五\n六");
});

test("cells are apart, rows are lines", () => {
  expect(
    textOf(
      "<table><caption>表</caption><tbody><tr><th>甲</th><td>1</td></tr><tr><td>2</td></tr></tbody></table>",
    ),
  ).toBe("表\n甲 1\n2");
});

test("code keeps its lines", () => {
  expect(textOf("<pre><code>a {\n  b\n}\n</code></pre>")).toBe("a {\nb\n}");
});

test("captions come last, so that the text begins with the article", () => {
  expect(
    textOf('<figure><img src="/a.jpg" alt="x"><figcaption>图说</figcaption></figure><p>正文</p>'),
  ).toBe("正文\n图说");
});

test("marks of footnotes and doubled readings are not part of it", () => {
  expect(
    textOf(
      '<p>港<sup class="footnote-ref"><a href="#x">[1]</a></sup><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>' +
        '<p>注 <a class="footnote-backref" href="#y">↩</a></p>',
    ),
  ).toBe("港漢かん\n注");
});
