import { expect, type Page, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";
import { browser } from "../browser";
import { fillIn, formOf, openPost } from "./commented-post.ts";

/** Each page is a page load, and browsers keep those that were left: whoever goes back finds a page as it was. */

const messages = commentMessagesIn(settings.language);

test.use({
  launchOptions: {
    ...browser.use?.launchOptions,
    // Playwright has no page kept, since its `goBack` waits for a load.
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  },
});

const scrollPlace = (page: Page) => page.evaluate(() => Math.round(window.scrollY));
const mark = (page: Page) => page.evaluate(() => Reflect.set(window, "stayed", true));

/**
 * Why a page isn't the very one that was left, as far as the page is the reason. A browser without windows keeps none, which
 * it calls "masked".
 */
const whyNotSame = (page: Page) =>
  page.evaluate(() => {
    if (Reflect.get(window, "stayed") === true) return [];
    const [entry] = performance.getEntriesByType("navigation");
    const told: { reasons?: { reason: string }[] } | null =
      entry && "notRestoredReasons" in entry ? Object(entry.notRestoredReasons) : null;
    const reasons = told?.reasons?.map(({ reason }) => reason) ?? [
      "the page was not left by a link",
    ];
    return reasons.filter((reason) => reason !== "masked");
  });

const goBack = (page: Page) => page.evaluate(() => history.back());

async function goOn(page: Page) {
  const address = page.url();
  // A click would scroll to it, and where the page stands is what this is about.
  await page.getByRole("banner").getByRole("link").last().dispatchEvent("click");
  await expect(page).not.toHaveURL(address);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
}

test("a listing stands where it stood", async ({ page }) => {
  await page.goto("/");
  await page.evaluate(() => scrollTo(0, 700));
  await mark(page);
  await goOn(page);
  await goBack(page);
  await expect(page).toHaveURL("/");
  expect(await whyNotSame(page)).toEqual([]);
  await expect.poll(() => scrollPlace(page)).toBe(700);
});

test("a page with a form that was begun is as it was", async ({ page }) => {
  const address = await openPost(page, { withComments: true, place: 5 });
  await fillIn(page, { name: "读者", text: "写到一半" });
  await expect(formOf(page).getByRole("status")).toBeAttached();
  await mark(page);
  const before = await scrollPlace(page);
  await goOn(page);
  await goBack(page);
  await expect(page).toHaveURL(address);
  expect(await whyNotSame(page)).toEqual([]);
  await expect.poll(() => scrollPlace(page)).toBe(before);
  const field = formOf(page).getByLabel(messages.fields.text, { exact: true });
  await expect(field).toHaveValue("写到一半");
  await formOf(page).getByRole("button", { name: messages.preview }).click();
  await expect(page.locator(".comment-preview")).toContainText("写到一半");
});
