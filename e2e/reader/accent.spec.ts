import { expect, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { findAccentShades } from "@/lib/accent/accent-shades";

import { iconUrl, ownCommentsUrl } from "@/lib/urls";

const shades = findAccentShades(settings.accent);

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });

    test("every page is in the publication's colour, those of one reader alone too", async ({
      page,
    }) => {
      for (const address of ["/", "/tags", "/no-such-page", ownCommentsUrl]) {
        await page.goto(address);
        const accent = await page.evaluate(() =>
          getComputedStyle(document.documentElement).getPropertyValue("--color-accent"),
        );
        expect(accent, address).toBe(shades?.[colorScheme]);
        const icon = page.locator("link[rel=icon]");
        await expect(icon, address).toHaveAttribute("href", iconUrl(settings));
      }
    });
  });
}
