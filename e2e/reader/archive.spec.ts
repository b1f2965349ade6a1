import { expect, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { messagesIn } from "@/lib/messages/messages";
import { textOf } from "./text-of.ts";

const messages = messagesIn(settings.language);

test("a reader goes from the archive to a year, a month and a post", async ({ page }) => {
  await page.goto("/archive");
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1, name: messages.archive })).toBeVisible();
  const year = main.getByRole("heading", { level: 2 }).first();
  const yearName = await textOf(year);
  await year.getByRole("link").click();
  await expect(main.getByRole("heading", { level: 1, name: yearName })).toBeVisible();

  const month = main
    .getByRole("list", { name: messages.monthsOf(yearName) })
    .getByRole("link")
    .first();
  const [, count] = (await textOf(month)).split(/\s+/);
  await month.click();
  await expect(page).toHaveURL(/\/archive\/\d{4}\/\d{2}$/);
  await expect(main.locator("[aria-current=page]:visible").first()).toContainText(String(count));
  const posts = main.getByRole("heading", { level: 2 });
  await expect(posts).toHaveCount(Math.min(Number(count), settings.pageSize));

  const [, yearNumber, monthNumber] = /(\d{4})\/(\d{2})$/.exec(page.url()) ?? [];
  const dates = await main
    .locator("article time:visible")
    .evaluateAll((all) => all.map((time) => time.textContent));
  for (const date of dates) {
    expect(date).toContain(String(yearNumber));
    if (settings.language !== "en") expect(date).toContain(`年${Number(monthNumber)}月`);
  }
  const title = await textOf(posts.first());
  await posts.first().getByRole("link").click();
  await expect(main.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

test("the figures of the archive add up", async ({ page }) => {
  await page.goto("/archive");
  const main = page.getByRole("main");
  const counts = await main
    .getByRole("list")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => Number(link.textContent?.match(/(\d+)$/)?.[1])));
  const total = counts.reduce((sum, count) => sum + count, 0);
  await expect(main.getByText(messages.postCount(total), { exact: true })).toBeVisible();
});
