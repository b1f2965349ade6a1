import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";

import { highlightCode } from "@/lib/html/highlight-code";
import { parseHtml } from "@/lib/html/parse-html";

function highlight(html: string): string {
  const body = parseHtml(html);
  highlightCode(body);
  return toHtml(body);
}

test("a block with a known language gets colours and keeps its text", () => {
  expect(highlight('<pre><code class="language-js">const a = 1;</code></pre>')).toBe(
    '<pre><code class="language-js"><span class="hljs-keyword">const</span> a = <span class="hljs-number">1</span>;</code></pre>',
  );
});

test.each([
  '<pre><code class="language-klingon">a = 1</code></pre>',
  "<pre><code>const a = 1</code></pre>",
  '<p><code class="language-js">const a</code></p>',
  `<pre><code class="language-js">${"a=1;".repeat(20_000)}</code></pre>`,
])("%.60s stays as it is", (html) => {
  expect(highlight(html)).toBe(html);
});
