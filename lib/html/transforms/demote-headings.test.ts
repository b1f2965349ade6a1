import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { demoteHeadings } from "@/lib/html/transforms/demote-headings";

test("h1 becomes h2, others stay", () => {
  expect(applyTransform(demoteHeadings, "<h1>一</h1><h2>二</h2><h3>三</h3>")).toBe(
    "<h2>一</h2><h2>二</h2><h3>三</h3>",
  );
});
