import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { wrapTables } from "@/lib/html/transforms/wrap-tables";

const cell = (content: string) => `<tbody><tr><td>${content}</td></tr></tbody>`;

test("a table gets a box that the keyboard can scroll", () => {
  expect(applyTransform(wrapTables, `<table>${cell("1")}</table>`)).toBe(
    `<div class="table-scroll" tabindex="0"><table>${cell("1")}</table></div>`,
  );
});

test("its caption names the box", () => {
  expect(
    applyTransform(wrapTables, `<table><caption>渔船 数量</caption>${cell("1")}</table>`),
  ).toContain('<div class="table-scroll" tabindex="0" role="region" aria-label="渔船 数量">');
});

test("a table in a table gets none", () => {
  const html = applyTransform(wrapTables, `<table>${cell(`<table>${cell("1")}</table>`)}</table>`);
  expect(html.match(/table-scroll/g)).toHaveLength(1);
  expect(html.startsWith('<div class="table-scroll"')).toBe(true);
});
