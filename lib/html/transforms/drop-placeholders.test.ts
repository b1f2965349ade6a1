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
  '<img src="https://count.example/p.gif" style="display:none">',
  '<div class="paywall">订阅后继续阅读全文。</div>',
  '<ul class="social-share"><li><a href="/f">Facebook</a></li><li><a href="/t">Twitter</a></li></ul>',
  '<div class="share-buttons">喜欢这篇文章？欢迎分享给朋友！</div>',
  `<div class="taboola-below">${'<a href="/x">你可能也想看的另一篇文章的标题</a>'.repeat(9)}</div>`,
  "<p>广告</p>",
  "<div>ADVERTISEMENT</div>",
  "<p>[廣告]請繼續往下閱讀...</p>",
  "<p>Story continues below advertisement</p>",
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

test.each([
  '<p class="paywall">渔船在傍晚靠岸</p>',
  '<div class="paywall"><p>船长没有说话。</p></div>',
  '<div class="ad"><p>码头上只剩下三个人。</p></div>',
  '<div class="ads"><figure><img src="a.jpg"><figcaption>码头</figcaption></figure></div>',
  '<div class="share-box"><p>他们把第一网的鱼分给了邻居。</p></div>',
  '<div id="ad"><pre>let x</pre></div>',
  "<h2>广告</h2>",
  "<p>广告是这家报纸的命脉</p>",
  "<table><tbody><tr><td>广告</td></tr></tbody></table>",
  '<img src="a.jpg" data-src="b.jpg" style="display:none">',
])("%s is a part of an article", (html) => {
  expect(drop(html)).toBe(html);
});
