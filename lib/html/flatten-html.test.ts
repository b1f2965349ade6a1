import { expect, test } from "vitest";

import { flattenHtml } from "@/lib/html/flatten-html";

test("words stay, in the paragraphs that blocks made, and nothing else does", () => {
  expect(
    flattenHtml(
      '<div>一<b>二</b><p title=">">三</div><script>x</script>四<br>五 < 六<style>y</style>',
    ),
  ).toBe("<p>一二</p>\n<p>三</p>\n<p>四</p>\n<p>五 &lt; 六</p>");
});

test("a tag that never ends gives no tag", () => {
  expect(flattenHtml('<p>一</p><img src="x')).not.toContain("<img");
});

test("hundreds of thousands of paragraphs are run together", () => {
  const html = flattenHtml("<p>字</p>".repeat(30_000));
  expect(html.match(/<p>/g)).toHaveLength(20_001);
  expect(html.match(/字/g)).toHaveLength(30_000);
});
