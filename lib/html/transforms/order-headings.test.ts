import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { orderHeadings } from "@/lib/html/transforms/order-headings";

const order = (levels: readonly number[]) =>
  Array.from(
    applyTransform(
      orderHeadings,
      levels.map((level) => `<h${level}>题</h${level}>`).join(""),
    ).matchAll(/<h(\d)>/g),
    (match) => Number(match[1]),
  );

test.each([
  [
    [2, 3, 3, 2],
    [2, 3, 3, 2],
  ],
  [
    [1, 2, 1],
    [2, 3, 2],
  ],
  [
    [1, 4, 5, 2, 6],
    [2, 3, 4, 3, 4],
  ],
  [
    [4, 4, 5],
    [2, 2, 3],
  ],
  [
    [3, 2, 3],
    [2, 2, 3],
  ],
  [
    [1, 2, 3, 4, 5, 6],
    [2, 3, 4, 5, 6, 6],
  ],
])("%j becomes %j", (levels, expected) => {
  expect(order(levels)).toEqual(expected);
});

test("inside of boxes and quotations the order is that of reading", () => {
  expect(
    applyTransform(orderHeadings, "<div><h3>一</h3></div><blockquote><h5>二</h5></blockquote>"),
  ).toBe("<div><h2>一</h2></div><blockquote><h3>二</h3></blockquote>");
});
