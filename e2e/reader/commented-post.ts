import { expect, type Locator, type Page } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";

const messages = commentMessagesIn(settings.language);

/** Words that no other run and no other story has written. */
export const uniqueText = (words: string) => `${words} ${Date.now().toString(36)}${Math.random()}`;

/**
 * Opens a listing's posts until one has comments, or has none.
 * @param place of several such posts, from 0
 * @param listing the front page, where nothing else is said
 */
export async function openPost(
  page: Page,
  {
    withComments,
    place = 0,
    listing = "/",
  }: { withComments: boolean; place?: number; listing?: string },
): Promise<string> {
  await page.goto(listing);
  const addresses = await page
    .getByRole("main")
    .getByRole("heading", { level: 2 })
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  let left = place;
  for (const address of addresses) {
    await page.goto(address);
    const has = (await page.locator("section.comments").count()) > 0;
    if (has !== withComments) continue;
    if (left === 0) return address;
    left -= 1;
  }
  throw new Error(`${listing} has too few posts ${withComments ? "with" : "without"} comments`);
}

export const formOf = (page: Page): Locator => page.locator("form.comment-form").last();

export async function fillIn(page: Page, { name, text }: { name: string; text: string }) {
  const form = formOf(page);
  await form.getByLabel(messages.fields.text, { exact: true }).fill(text);
  await form.getByLabel(messages.fields.name, { exact: true }).fill(name);
}

export const press = (page: Page, label: string) =>
  formOf(page).getByRole("button", { name: label, exact: true }).click();

/** The comment with some words. */
export const commentOf = (page: Page, text: string): Locator =>
  page.getByRole("listitem").filter({ hasText: text }).last();

export async function expectNoSidewaysScrolling(page: Page) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}
