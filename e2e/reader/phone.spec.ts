import { expect, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { messagesIn } from "@/lib/messages/messages";
import { findEveryKind, linksOf } from "./every-kind.ts";
import { expectFitForFingers } from "./finger.ts";

const messages = messagesIn(settings.language);

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

test("no page scrolls sideways on a small phone, whatever the text holds", async ({ page }) => {
  test.slow();
  const addresses = new Set(await findEveryKind(page));
  for (const address of [...addresses]) {
    await page.goto(address);
    for (const link of await linksOf(page)) if (link.startsWith("/posts/")) addresses.add(link);
  }
  expect(addresses.size).toBeGreaterThan(20);
  for (const address of addresses) {
    await page.goto(address);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, address).toBeLessThanOrEqual(360);
  }
});

test("what a finger aims at is large enough", async ({ page }) => {
  await page.goto("/");
  const controls = page
    .getByRole("navigation", { name: messages.mainNavigation })
    .or(page.getByRole("navigation", { name: messages.pagination.label }))
    .getByRole("link");
  expect(await controls.count()).toBeGreaterThan(2);
  await expectFitForFingers(controls);
});

test("nothing on the front page moves while it loads", async ({ page }) => {
  await page.addInitScript(() => {
    const moves: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moves.push(Number(Reflect.get(entry, "value")));
    }).observe({ type: "layout-shift", buffered: true });
    Reflect.set(window, "moves", moves);
  });
  await page.goto("/", { waitUntil: "networkidle" });
  const moves: number[] = await page.evaluate(() => Reflect.get(window, "moves"));
  expect(moves.reduce((sum, move) => sum + move, 0)).toBeLessThan(0.01);
});
