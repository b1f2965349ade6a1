import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { scopeIds } from "@/lib/html/transforms/scope-ids";

test("ids get their prefix, a second use of one loses it", () => {
  expect(applyTransform(scopeIds, '<p id="body">一</p><p id="body">二</p><p id="">三</p>')).toBe(
    '<p id="user-content-body">一</p><p>二</p><p>三</p>',
  );
});
