import { expect, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { messagesIn } from "@/lib/messages/messages";
import { textOf } from "./text-of.ts";

const messages = messagesIn(settings.language);

test("a reader opens a story from the front page and comes back", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveTitle(settings.name);
  const headline = page.getByRole("main").getByRole("heading", { level: 2 }).first();
  const title = await textOf(headline);
  await headline.getByRole("link").click();
  await expect(page).toHaveURL(/\/posts\/[\x21-\x7e]+$/);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page).toHaveTitle(`${title} · ${settings.name}`);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 2, name: title, exact: true })).toBeVisible();
});

test("the masthead leads home from anywhere", async ({ page }) => {
  await page.goto("/archive");
  await page.getByRole("banner").getByRole("link").first().click();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("heading", { level: 1, name: settings.name })).toBeAttached();
});

test("a reader pages to the oldest post and meets every post once", async ({ page }) => {
  const { first, next, last, previous, position } = messages.pagination;
  await page.goto("/");
  const pagination = page.getByRole("navigation", { name: messages.pagination.label });
  const seen: string[] = [];
  for (let number = 1; ; number += 1) {
    await expect(pagination.locator("[aria-current=page]")).toHaveText(
      position(number, await count()),
    );
    const links = page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link");
    seen.push(
      ...(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""))),
    );
    const forward = pagination.getByRole("link", { name: next, exact: true });
    if ((await forward.count()) === 0) break;
    await forward.click();
    await expect(page).toHaveURL(`/latest/page/${number + 1}`);
  }
  await expect(pagination.getByRole("link", { name: last, exact: true })).toHaveCount(0);
  await expect(pagination.getByRole("link", { name: previous, exact: true })).toBeVisible();
  await expect(
    page.getByText(messages.postCount(seen.length), { exact: true }).and(page.locator(":visible")),
  ).toBeVisible();
  expect(new Set(seen).size).toBe(seen.length);
  await pagination.getByRole("link", { name: first, exact: true }).click();
  await expect(page).toHaveURL("/");

  async function count(): Promise<number> {
    const figures = (await textOf(pagination.locator("[aria-current=page]"))).match(/\d+/g);
    return Number(figures?.at(-1));
  }
});

test("the masthead stands large above the front page only, also on the way there and back", async ({
  page,
}) => {
  const height = async () => (await page.getByRole("banner").boundingBox())?.height ?? 0;
  await page.goto("/");
  const large = await height();
  await page.getByRole("main").getByRole("heading", { level: 2 }).first().getByRole("link").click();
  await expect(page.getByRole("navigation", { name: messages.article.neighbours })).toBeVisible();
  expect(await height()).toBeLessThan(large / 2);
  await page.goBack();
  await expect(page.getByRole("navigation", { name: messages.pagination.label })).toBeVisible();
  expect(await height()).toBe(large);
});
