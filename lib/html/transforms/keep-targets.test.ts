import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { keepTargets } from "@/lib/html/transforms/keep-targets";

const keep = (html: string) => applyTransform(keepTargets, html);
const link = '<a href="#注1">1</a>';

test.each([
  ['<div id="注1"><p>注</p></div>', '<div><p id="注1">注</p></div>'],
  [
    '<div id="注1"> <section><p>注</p></section></div>',
    '<div> <section><p id="注1">注</p></section></div>',
  ],
  ['<p>文<span id="注1">注</span></p>', '<p>文<span><a id="注1"></a>注</span></p>'],
  ['<div id="注1"><p id="x">注</p></div>', '<div><a id="注1"></a><p id="x">注</p></div>'],
  ['<font id="注1"></font>', '<font><a id="注1"></a></font>'],
])("%s", (html, expected) => {
  expect(keep(link + html)).toBe(link + expected);
});

test("a percent-encoded link finds it too", () => {
  expect(keep('<a href="#%E6%B3%A81">1</a><div id="注1"><p>注</p></div>')).toContain(
    '<p id="注1">',
  );
});

test.each([
  `${link}<p id="注1">注</p>`,
  `${link}<div id="注2"><p>注</p></div>`,
  '<div id="注1">注</div>',
])("%s stays", (html) => {
  expect(keep(html)).toBe(html);
});
