import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { labelBoxes } from "@/lib/html/transforms/label-boxes";

const box = '<input class="task-list-item-checkbox" type="checkbox" disabled>';

test("the words beside a box name it", () => {
  expect(applyTransform(labelBoxes, `<ul><li>${box} 修 <b>灯</b></li></ul>`)).toBe(
    `<ul><li><label>${box} 修 <b>灯</b></label></li></ul>`,
  );
});

test("a list within an item has boxes of its own", () => {
  const inner = `<ul><li>${box} 二</li></ul>`;
  expect(applyTransform(labelBoxes, `<ul><li>${box} 一${inner}</li></ul>`)).toBe(
    `<ul><li><label>${box} 一</label><ul><li><label>${box} 二</label></li></ul></li></ul>`,
  );
});

test("a box in a paragraph stays in it, and one that has a name keeps it", () => {
  expect(applyTransform(labelBoxes, `<ul><li><p>${box} 一</p><p>二</p></li></ul>`)).toBe(
    `<ul><li><p><label>${box} 一</label></p><p>二</p></li></ul>`,
  );
  expect(applyTransform(labelBoxes, `<label>${box} 一</label>`)).toBe(`<label>${box} 一</label>`);
});
