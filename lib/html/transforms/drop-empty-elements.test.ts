import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { dropEmptyElements } from "@/lib/html/transforms/drop-empty-elements";

const drop = (html: string) => applyTransform(dropEmptyElements, html);

test("empty elements go, and those that only held them", () => {
  expect(
    drop(
      "<div><section></section></div><p>&nbsp;<br>\u200b</p><p>一</p><ul><li><b></b></li></ul><h2> </h2>",
    ),
  ).toBe("<p>一</p>");
});

test("the space in an inline element keeps two words apart", () => {
  expect(drop("<p>one<b> </b>two</p>")).toBe("<p>one two</p>");
});

test("cells, rules, pictures, players and places to jump to stay", () => {
  const html =
    '<table><tbody><tr><td></td><td>1</td></tr></tbody></table><hr><p><img src="/a.jpg"></p>' +
    '<video src="/a.mp4"></video><p>一<a id="here"></a></p>';
  expect(drop(html)).toBe(html);
});
