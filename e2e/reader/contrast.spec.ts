import { expect, test } from "playwright/test";
import { contrastOf } from "./contrast.ts";
import { findEveryKind } from "./every-kind.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });

    test("all text can be read on every kind of page", async ({ page }) => {
      // Every text of every kind of page takes its time on a busy machine.
      test.slow();
      for (const address of await findEveryKind(page)) {
        await page.goto(address);
        const texts = page.locator("body :is(a, p, span, time, h1, h2, li, td, th, code):visible");
        const seen = new Set<string>();
        for (const text of await texts.all()) {
          const style = await text.evaluate(
            (node) => `${node.className} ${getComputedStyle(node).color}`,
          );
          if (seen.has(style)) continue;
          seen.add(style);
          expect(await contrastOf(text), `${address} ${style}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    });

    test("the page follows the reader's choice", async ({ page }) => {
      await page.goto("/");
      const [red = 0] = await page.evaluate(
        () =>
          getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g)?.map(Number) ??
          [],
      );
      if (colorScheme === "dark") expect(red).toBeLessThan(64);
      else expect(red).toBeGreaterThan(224);
    });
  });
}
