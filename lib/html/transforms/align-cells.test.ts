import { expect, test } from "vitest";

import { applyTransform } from "@/lib/html/testing/apply-transform";
import { alignCells } from "@/lib/html/transforms/align-cells";

const row = (cells: string) => `<table><tbody><tr>${cells}</tr></tbody></table>`;

test("alignment becomes a class, from style and from the old attribute", () => {
  const html = applyTransform(
    alignCells,
    row(
      '<td style="color:red;text-align: Right">1</td><th align="center">2</th><td style="text-align:x">3</td>',
    ),
  );
  expect(html).toContain('class="align-right">1');
  expect(html).toContain('class="align-center">2');
  expect(html).toContain('<td style="text-align:x">3');
});
