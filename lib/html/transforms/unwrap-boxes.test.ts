import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { unwrapBoxes } from "@/lib/html/transforms/unwrap-boxes";

const unwrap = (html: string) => applyTransform(unwrapBoxes, html);

test("a scraped page shell goes, at any depth, the article stays", () => {
  expect(
    unwrap(
      '<div class="region region-content"><section id="block-main"><article><p>一</p><div><p>二</p></div></article></section></div>',
    ),
  ).toBe("<p>一</p><p>二</p>");
});

test("forms around whole pages are boxes too", () => {
  expect(unwrap("<form action='/x'><p>一</p></form>")).toBe("<p>一</p>");
});

test("footnotes keep their section", () => {
  const html = '<section class="footnotes"><ol><li>注</li></ol></section>';
  expect(unwrap(html)).toBe(html);
});
