import { expect, test } from "vitest";

import { rfi } from "@/lib/html/dialects/rfi";
import { applyTo } from "@/lib/html/testing/apply-dialect";

test("promotion within the text goes, the text around it stays", () => {
  expect(
    applyTo(
      rfi,
      '<div class="t-content__body"><p>前</p><div class="o-self-promo"><p>订阅我们的每日新闻电邮，获取更多内容。</p></div><div class="m-interstitial"></div><div class="a-read-more"><a href="/x">另请阅读</a></div><p>后</p></div>',
    ),
  ).toBe('<div class="t-content__body"><p>前</p><p>后</p></div>');
});

test("quotations and pictures stay", () => {
  const html =
    '<div class="m-em-quote"><p>语录</p></div><div class="m-em-image"><img src="/a"></div>';
  expect(applyTo(rfi, html)).toBe(html);
});
