import { expect, test } from "playwright/test";
import { expectReadable } from "./contrast.ts";
import { findEveryKind } from "./every-kind.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });

    test("all text can be read on every kind of page", async ({ page }) => {
      for (const address of await findEveryKind(page)) {
        await page.goto(address);
        const texts = page.locator("body :is(a, p, span, time, h1, h2, li, td, th, code):visible");
        await expectReadable(texts, address);
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
