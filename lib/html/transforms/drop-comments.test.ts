import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { dropComments } from "@/lib/html/transforms/drop-comments";

test("comments go, at any depth, and the words around them stay", () => {
  expect(
    applyTransform(dropComments, "<!--1700000000000--><p>one<!-- two --> three</p><!---->"),
  ).toBe("<p>one three</p>");
});
