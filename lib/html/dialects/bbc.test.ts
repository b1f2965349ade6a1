import { expect, test } from "vitest";

import { bbc } from "@/lib/html/dialects/bbc";
import { applyTo } from "@/lib/html/testing/apply-dialect";

test("a box becomes its picture, labels go, the credit joins the caption", () => {
  expect(
    applyTo(
      bbc,
      '<figure><span class="image-and-copyright-container"><div class="js-delayed-image-load" data-alt="码头" data-src="https://pic.example/a.jpg" data-width="976" data-height="549"></div><span class="off-screen">图像来源</span><span class="story-image-copyright">路透社</span></span><figcaption><span class="off-screen">图像加注文字，</span><span class="media-caption__text">清晨的码头</span></figcaption></figure><p>正文</p>',
    ),
  ).toBe(
    '<figure><span class="image-and-copyright-container"><img src="https://pic.example/a.jpg" alt="码头" width="976" height="549"></span><figcaption><span class="media-caption__text">清晨的码头</span>（路透社）</figcaption></figure><p>正文</p>',
  );
});

test("a picture without a caption gets its credit as one", () => {
  expect(
    applyTo(
      bbc,
      '<figure><img src="/a.jpg"><span class="story-image-copyright">路透社</span></figure>',
    ),
  ).toBe('<figure><img src="/a.jpg"><figcaption>（路透社）</figcaption></figure>');
});

test("a box without an address stays for others to judge", () => {
  const html = '<div class="js-delayed-image-load">文</div>';
  expect(applyTo(bbc, html)).toBe(html);
});
