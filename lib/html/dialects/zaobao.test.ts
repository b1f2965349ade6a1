import { expect, test } from "vitest";

import { zaobao } from "@/lib/html/dialects/zaobao";
import { applyTo } from "@/lib/html/testing/apply-dialect";

test.each([
  '<div class="bff-google-ad"><p>广告内容由第三方提供，与本站立场无关。</p></div>',
  '<section class="further-reading"><h3>延伸阅读</h3><ul><li><a href="/x">另一篇</a></li></ul></section>',
  '<div class="read-on-app-cover">下载应用</div>',
  '<img alt="expend icon" src="/icon.svg">',
])("%s goes", (html) => {
  expect(applyTo(zaobao, `<p>前</p>${html}<p>后</p>`)).toBe("<p>前</p><p>后</p>");
});

test("pictures and paragraphs stay", () => {
  const html =
    '<div class="figure-media"><img alt="码头" src="/a.jpg"></div><p>延伸阅读是好习惯。</p>';
  expect(applyTo(zaobao, html)).toBe(html);
});
