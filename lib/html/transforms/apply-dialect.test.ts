import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { applyDialect } from "@/lib/html/transforms/apply-dialect";

const html = '<p>文</p><div class="further-reading">延伸阅读</div>';

test("rules of a site hold for its own posts alone", () => {
  expect(applyTransform(applyDialect, html, { from: "https://www.zaobao.com/x" })).toBe(
    "<p>文</p>",
  );
  expect(applyTransform(applyDialect, html, { from: "https://x.example/" })).toBe(html);
  expect(applyTransform(applyDialect, html)).toBe(html);
});
