import { expect, test } from "vitest";

import { dw } from "@/lib/html/dialects/dw";
import { applyTo } from "@/lib/html/testing/apply-dialect";

test("a number becomes an address", () => {
  expect(applyTo(dw, '<img data-id="65012345" alt="港">')).toBe(
    '<img data-id="65012345" alt="港" src="https://static.dw.com/image/65012345_605.jpg">',
  );
  expect(applyTo(dw, '<img data-id="65012345" src="data:image/gif;base64,R0">')).toContain(
    'src="https://static.dw.com/image/65012345_605.jpg"',
  );
});

test.each(['<img data-id="65012345" src="/a.jpg">', '<img data-id="../x">', '<img alt="港">'])(
  "%s stays",
  (html) => {
    expect(applyTo(dw, html)).toBe(html);
  },
);
