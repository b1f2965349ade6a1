import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { unwrapLayoutTables } from "@/lib/html/transforms/unwrap-layout-tables";

const unwrap = (html: string) => applyTransform(unwrapLayoutTables, html);

test.each([
  [
    "one column",
    "<table><tr><td>一</td></tr><tr><td>二</td></tr></table>",
    "<div>一</div><div>二</div>",
  ],
  [
    "an article in one cell of one row",
    '<table width="100%"><tr><td><img src="/l.jpg"></td><td><p>一</p><p>二</p></td></tr></table>',
    '<div><img src="/l.jpg"></div><div><p>一</p><p>二</p></div>',
  ],
  [
    "a true table inside",
    "<table><tr><td><table><tr><td>1</td><td>2</td></tr></table></td></tr></table>",
    "<div><table><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>",
  ],
  [
    "one that says so",
    '<table role="presentation"><tr><td>一</td><td>二</td></tr><tr><td>三</td><td>四</td></tr></table>',
    "<div>一</div><div>二</div><div>三</div><div>四</div>",
  ],
  ["one without a row", "<table></table>", ""],
])("%s", (_name, html, expected) => {
  expect(unwrap(html)).toBe(expected);
});

test("a picture over a line is a figure", () => {
  expect(
    unwrap(
      '<table align="right"><tr><td><p><img src="/a.jpg"></p></td></tr><tr><td><p>清晨的<b>码头</b></p></td></tr></table>',
    ),
  ).toBe('<figure><p><img src="/a.jpg"></p><figcaption>清晨的<b>码头</b></figcaption></figure>');
});

test.each([
  "<table><tbody><tr><td>大</td><td>7</td></tr><tr><td>小</td><td>3</td></tr></tbody></table>",
  "<table><tbody><tr><td>1月</td><td><p>封海</p></td></tr></tbody></table>",
  "<table><thead><tr><th>船</th></tr></thead><tbody><tr><td>大</td></tr></tbody></table>",
  "<table><caption>船</caption><tbody><tr><td>大</td></tr></tbody></table>",
  "<table><tbody><tr><th>船</th></tr><tr><td>大</td></tr></tbody></table>",
  "<table><tbody><tr><td>1月</td><td><p>封海</p><p>渔民上岸</p></td></tr><tr><td>5月</td><td>开海</td></tr></tbody></table>",
])("%s is a true table", (html) => {
  expect(unwrap(html)).toBe(html);
});
