import { expect, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";
import {
  commentOf,
  expectNoSidewaysScrolling,
  fillIn,
  openPost,
  press,
  uniqueText,
} from "./commented-post.ts";
import { textOf } from "./text-of.ts";

const messages = commentMessagesIn(settings.language);

test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 }, hasTouch: true });

test("without JavaScript a reader writes a comment, is told so, and finds it there", async ({
  page,
  browser,
}) => {
  const address = await openPost(page, { withComments: true });
  const text = uniqueText("没有脚本");
  await fillIn(page, { name: "林砚秋", text: `${text}\n\n*强调*，见 https://example.com/x` });
  await press(page, messages.post);
  await expect(page).toHaveURL(/#comment-published$/);
  await expect(page.locator(".comment-notice:target")).toContainText(messages.published);
  const comment = commentOf(page, text);
  await expect(comment).toContainText("林砚秋");
  await expect(comment.locator("em")).toHaveText("强调");
  await expect(comment.getByRole("link", { name: "https://example.com/x" })).toHaveAttribute(
    "rel",
    "nofollow ugc noopener noreferrer",
  );
  await expectNoSidewaysScrolling(page);

  const stranger = await browser.newPage();
  await stranger.goto(address);
  for (let next = stranger.getByRole("link", { name: "下一页", exact: true }); ; ) {
    if ((await stranger.getByText(text).count()) > 0) break;
    await next.click();
    next = stranger.getByRole("link", { name: "下一页", exact: true });
  }
  await expect(commentOf(stranger, text)).toBeVisible();
  const title = await textOf(stranger.getByRole("heading", { level: 1 }));
  await stranger.goto("/");
  const item = stranger.getByRole("article").filter({ hasText: title });
  await expect(item).toContainText(/\d+ 条评论/);
  await stranger.close();
});

test("without JavaScript a comment that is refused comes back whole, and can be mended", async ({
  page,
}) => {
  await openPost(page, { withComments: true, place: 1 });
  const text = uniqueText("第一行 </textarea> & <b>\n第二行");
  await fillIn(page, { name: " ", text });
  const [response] = await Promise.all([
    page.waitForResponse((answer) => answer.request().method() === "POST"),
    press(page, messages.post),
  ]);
  expect(response.status()).toBe(422);
  const name = page.getByLabel(messages.fields.name, { exact: true });
  await expect(name).toHaveAttribute("aria-invalid", "true");
  await expect(name).toHaveAccessibleDescription(
    messages.problems.missing({ maxLength: 0, maxLinks: 0 }),
  );
  await expect(page.getByLabel(messages.fields.text, { exact: true })).toHaveValue(text);
  await expectNoSidewaysScrolling(page);
  await name.fill("读者");
  await press(page, messages.preview);
  await expect(page.locator(".comment-preview")).toContainText("第二行");
  // A page is not sent back sooner than a person can read it.
  await expect(async () => {
    await press(page, messages.post);
    await expect(page.locator(".comment-notice:target")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(commentOf(page, "第二行")).toBeVisible();
});

test("without JavaScript a reader answers a comment", async ({ page }) => {
  await openPost(page, { withComments: true, place: 2 });
  const question = uniqueText("一个问题");
  await fillIn(page, { name: "甲", text: question });
  await press(page, messages.post);
  await commentOf(page, question)
    .getByRole("link", { name: messages.replyTo("甲") })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(messages.replyTo("甲"));
  await expect(page.locator(".comment-answered")).toContainText(question);
  const answer = uniqueText("一个回答");
  await fillIn(page, { name: "乙", text: answer });
  await expect(async () => {
    await press(page, messages.post);
    await expect(page.locator(".comment-notice:target")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(commentOf(page, answer)).toContainText(`${messages.inReplyTo} 甲`);
  await expectNoSidewaysScrolling(page);
});

test("without JavaScript a reader changes a comment and then deletes it", async ({ page }) => {
  await openPost(page, { withComments: true, place: 3 });
  const text = uniqueText("写错了");
  await fillIn(page, { name: "读者", text });
  await press(page, messages.post);
  await page.locator(".comment-notice:target").getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(messages.mine.title);
  const better = uniqueText("写对了");
  await page.getByLabel(messages.edit).first().fill(better);
  await page.getByRole("button", { name: messages.save }).first().click();
  await expect(page.getByRole("status")).toHaveText(messages.saved);
  const own = commentOf(page, better);
  await own.locator(".comment-head a").click();
  await expect(page).toHaveURL(/\/posts\/.*#comment-/);
  await expect(commentOf(page, better)).toContainText(messages.edited);
  await expect(page.getByText(text)).toHaveCount(0);

  await page.goto("/api/comments/mine");
  await expectNoSidewaysScrolling(page);
  await page.locator("summary").first().click();
  await page.getByRole("button", { name: messages.delete }).first().click();
  await expect(page.getByRole("status")).toHaveText(messages.deleted);
  await page.goBack();
  await openPost(page, { withComments: true, place: 3 });
  await expect(page.getByText(better)).toHaveCount(0);
});
