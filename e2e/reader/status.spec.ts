import { expect, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { messagesIn } from "@/lib/messages/messages";

const messages = messagesIn(settings.language);

const missing = [
  "/no-such-page",
  "/no/such/page",
  "/posts/no-such-post",
  "/posts",
  "/latest",
  "/latest/page/02",
  "/latest/page/0",
  "/latest/page/1e1",
  "/latest/page/99999",
  "/tags/no-such-tag",
  "/tags/no-such-tag/page/2",
  "/tags/page/99999",
  "/categories/no-such-category",
  "/authors/no-such-author",
  "/sources/no-such-source",
  "/archive/1066",
  "/archive/23",
  "/archive/2023/1",
  "/archive/2023/13",
  "/archive/1066/01/page/2",
  "/50%",
  "/posts/%FF",
  "/tags/%E6%BD%AE/%E0%A4%A",
  "/two%0alines",
];

for (const address of missing) {
  test(`${address} is not found, at the first visit and after it`, async ({ request }) => {
    expect((await request.get(address)).status()).toBe(404);
    expect((await request.get(address)).status()).toBe(404);
  });
}

test("the page for what is not found leads on", async ({ page }) => {
  const response = await page.goto("/posts/no-such-post");
  expect(response?.status()).toBe(404);
  await expect(page).toHaveTitle(`${messages.notFound.title} · ${settings.name}`);
  await expect(
    page.getByRole("heading", { level: 1, name: messages.notFound.title }),
  ).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: messages.notFound.home }).click();
  await expect(page).toHaveURL("/");
});

for (const [address, target] of [
  ["/index", "/"],
  ["/latest/page/1", "/"],
  ["/tags/page/1", "/tags"],
  ["/categories/page/1", "/categories"],
  ["/archive/2023/page/1", "/archive/2023"],
  ["/archive/2023/10/page/1", "/archive/2023/10"],
] as const) {
  test(`${address} is moved for good to ${target}`, async ({ request }) => {
    const response = await request.get(address, { maxRedirects: 0 });
    expect(response.status()).toBe(308);
    // At the first visit Next sends the header twice.
    expect(new Set(response.headers().location?.split(", "))).toEqual(new Set([target]));
  });
}
