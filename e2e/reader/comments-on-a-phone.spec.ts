import { expect, type Page, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";
import {
  commentOf,
  expectNoSidewaysScrolling,
  fillIn,
  formOf,
  openPost,
  press,
  uniqueText,
} from "./commented-post.ts";
import { expectFitForFingers } from "./finger.ts";

const messages = commentMessagesIn(settings.language);

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

/** A comment of this browser's with an answer to it. */
async function writeTwo(page: Page, name = "محمد عبد الله") {
  const question = uniqueText("问");
  await fillIn(page, { name, text: question });
  await formOf(page).getByLabel(messages.fields.website).fill("example.com");
  await press(page, messages.post);
  const asked = commentOf(page, question);
  await expect(asked.getByRole("button", { name: messages.edit })).toBeVisible();
  await asked.locator(".comment-reply").click();
  const answer = uniqueText("答");
  await fillIn(page, { name: "W".repeat(60), text: `${"长".repeat(300)}${answer}` });
  await press(page, messages.post);
  const answered = page.locator("li.comment-depth-1").filter({ hasText: answer });
  await expect(answered.getByRole("button", { name: messages.edit })).toBeVisible();
  return { asked, answered };
}

test("what a finger aims at in comments is large enough, with names of every length", async ({
  page,
}) => {
  await openPost(page, { withComments: true, place: 3 });
  await writeTwo(page);
  await page.reload();
  await expect(page.locator(".comment-own").first()).toBeVisible();
  await page.locator(".comment-reply").first().click();
  await press(page, messages.preview);
  await expectNoSidewaysScrolling(page);
  const controls = page
    .locator("section.comments :is(a, button, input, textarea):visible")
    .and(page.locator(":not(.comment-text a, .comment-trap input, .comment-parent-above a)"));
  expect(await controls.count()).toBeGreaterThan(12);
  await expectFitForFingers(controls);
});

test("with the keyboard every link of a comment is seen when it has the focus", async ({
  page,
}) => {
  await openPost(page, { withComments: true, place: 3 });
  const name = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";
  const { answered } = await writeTwo(page, name);
  const id = await answered.getAttribute("id");
  await page.reload();
  const link = page.locator(`[id="${id}"] .comment-parent-above a`);
  await expect(link).toHaveText(name);
  await link.focus();
  const box = await page.locator(`[id="${id}"] .comment-parent-above`).boundingBox();
  expect(box?.width).toBeGreaterThan(44);
  await expectNoSidewaysScrolling(page);
});

test("nothing moves under a reader whose own comments are found while the page loads", async ({
  page,
}) => {
  await openPost(page, { withComments: true, place: 3 });
  await writeTwo(page);
  await page.addInitScript(() => {
    const moves: number[] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moves.push(Number(Reflect.get(entry, "value")));
    }).observe({ type: "layout-shift", buffered: true });
    Reflect.set(window, "moves", moves);
  });
  const own = page.waitForResponse("**/api/comments/mine");
  await page.goto(`${page.url().replace(/#.*/, "")}#comments`);
  await page.reload();
  await own;
  await expect(page.locator(".comment-own").first()).toBeVisible();
  await page.evaluate(() => new Promise(requestAnimationFrame));
  const moves: number[] = await page.evaluate(() => Reflect.get(window, "moves"));
  expect(moves.reduce((sum, move) => sum + move, 0)).toBeLessThan(0.01);
});
