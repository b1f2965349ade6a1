import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { linkHeadings } from "@/lib/html/transforms/link-headings";

const link = (html: string) => applyTransform(linkHeadings, html);

test("a heading links to itself with its own words", () => {
  expect(link('<h2 id="h-x">Deep <b>water</b></h2>')).toBe(
    '<h2 id="h-x"><a class="heading-link" href="#h-x">Deep <b>water</b></a></h2>',
  );
});

test.each([
  '<h2 id="h-x">See <b><a href="/y">there</a></b></h2>',
  "<h2>No id</h2>",
  '<p id="h-x">No heading</p>',
])("%s stays", (html) => {
  expect(link(html)).toBe(html);
});
