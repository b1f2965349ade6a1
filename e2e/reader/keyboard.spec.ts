import { expect, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { messagesIn } from "@/lib/messages/messages";

const messages = messagesIn(settings.language);

test("the first Tab offers to skip the masthead, and the next stop is in the content", async ({
  page,
}) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: messages.skipToContent });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  const inMain = await page.evaluate(() => document.activeElement?.closest("main") !== null);
  expect(inMain).toBe(true);
});

test("the focus can be seen", async ({ page }) => {
  await page.goto("/");
  const entry = page
    .getByRole("navigation", { name: messages.mainNavigation })
    .getByRole("link")
    .first();
  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Tab");
  await expect(entry).toBeFocused();
  await expect(entry).toHaveCSS("outline-style", "solid");
});

test("a page has its landmarks once each", async ({ page }) => {
  for (const address of ["/", "/archive", "/about"]) {
    await page.goto(address);
    for (const role of ["banner", "main", "contentinfo"] as const) {
      await expect(page.getByRole(role), `${role} of ${address}`).toHaveCount(1);
    }
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  }
});
