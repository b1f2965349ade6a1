import { expect, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { messagesIn } from "@/lib/messages/messages";
import { textOf } from "./text-of.ts";

const messages = messagesIn(settings.language);

test.use({ javaScriptEnabled: false });

test("without JavaScript a reader gets from the front page to the text of a post", async ({
  page,
}) => {
  await page.goto("/");
  const headline = page.getByRole("main").getByRole("heading", { level: 2 }).first();
  const title = await textOf(headline);
  await headline.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole("article").getByRole("paragraph").first()).toBeVisible();
});

test("without JavaScript a reader pages through the posts and the archive", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: messages.pagination.next, exact: true }).click();
  await expect(page).toHaveURL("/latest/page/2");
  await page.goto("/archive");
  await page.getByRole("main").getByRole("list").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/archive\/\d{4}\/\d{2}$/);
  await expect(page.getByRole("main").getByRole("heading", { level: 2 }).first()).toBeVisible();
});

test("a post that was not rendered during the build is complete at its first visit", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: messages.pagination.last, exact: true }).click();
  const oldest = page.getByRole("main").getByRole("heading", { level: 2 }).last();
  const title = await textOf(oldest);
  await oldest.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

test("without JavaScript a reader is told that there is nothing at an address", async ({
  page,
}) => {
  for (const address of [
    "/no-such-page",
    "/posts/no-such-post",
    "/tags/none/page/2",
    "/archive/23",
  ]) {
    const response = await page.goto(address);
    expect(response?.status()).toBe(404);
    await expect(
      page.getByRole("heading", { level: 1, name: messages.notFound.title }),
    ).toBeVisible();
    await expect(page.getByRole("banner")).toBeVisible();
  }
});
