import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { dropPlaceholders } from "@/lib/html/transforms/drop-placeholders";

const drop = (html: string) => applyTransform(dropPlaceholders, html);

test.each([
  '<section id="imu"><div id="dfp-ad-imu7"></div></section>',
  '<div id="innity-in-post"></div>',
  '<div id="dfp-ad-halfpage"></div>',
  '<div class="cx_paywall_placeholder" id="x_40"></div>',
  '<div class="social-share"><a href="/s">分享到微博</a></div>',
  '<ins class="adsbygoogle"></ins>',
  '<div class="box Advertisement">广告</div>',
  '<img src="https://count.example/p.gif" width="1" height="1">',
  '<img src="https://count.example/p.gif" style="width: 1px; height:1px">',
  '<iframe src="https://count.example/" width="0" height="0"></iframe>',
])("%s goes", (placeholder) => {
  expect(drop(`<p>前文</p>${placeholder}<p>后文</p>`)).toBe("<p>前文</p><p>后文</p>");
});

test("a box with an article in it stays, whatever it is called", () => {
  const article = "港口的起重机在清晨重新开动，".repeat(8);
  expect(drop(`<div class="ad"><p>${article}</p></div>`)).toContain(article);
});

test("names that only begin alike are no placeholders", () => {
  const html =
    '<p class="address">一</p><p id="advice">二</p><img src="a.jpg" width="100" height="1">';
  expect(drop(html)).toBe(html);
});

test("a figure is content even under such a name", () => {
  const html = '<figure class="ad"><img src="a.jpg"></figure>';
  expect(drop(html)).toBe(html);
});
