import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { identifyHeadings } from "@/lib/html/transforms/identify-headings";

const identify = (html: string) => applyTransform(identifyHeadings, html);

test("a heading is called by its words", () => {
  expect(identify("<h2>Deep <b>water</b></h2><h3>重庆港</h3>")).toBe(
    '<h2 id="h-deep-water">Deep <b>water</b></h2><h3 id="h-chong-qing-gang">重庆港</h3>',
  );
});

test("no two are called the same, not even by bad luck", () => {
  const ids = [
    ...identify("<h2>a</h2><h2>a 2</h2><h2>a</h2><h2>a</h2><h2>！</h2><h2>？</h2>").matchAll(
      /id="([^"]+)"/g,
    ),
  ].map((match) => match[1]);
  expect(ids).toEqual(["h-a", "h-a-2", "h-a-3", "h-a-4", "h-section", "h-section-2"]);
});

test("an id of the author's stays", () => {
  const html = '<h2 id="user-content-x">一</h2>';
  expect(identify(html)).toBe(html);
});
