import { expect, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";
import { moderationMessagesIn } from "@/lib/messages/moderation/moderation-messages";
import { expectNoSidewaysScrolling, openPost, uniqueText } from "../reader/commented-post.ts";
import { expectReadable } from "../reader/contrast.ts";
import { act, entryOf, keysWork, openDesk, postOf, search, writeComment } from "./desk.ts";

const commentMessages = commentMessagesIn(settings.language);
const messages = moderationMessagesIn(settings.language);

test("with the keyboard alone a moderator decides on what waits, and readers see it at once", async ({
  page,
  browser,
}) => {
  const mark = uniqueText("键盘");
  const address = await openPost(page, { withComments: true, place: 0 });
  const post = await postOf(page);
  for (const text of ["好话", "广告", "骂人", "误发"]) {
    await writeComment(page.request, post, `${text} ${mark}`);
  }
  const reader = await (await browser.newContext()).newPage();
  await reader.goto(address);
  await expect(reader.getByText(mark)).toHaveCount(0);

  await openDesk(page);
  await keysWork(page);
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type(mark);
  await page.keyboard.press("Enter");
  await page.waitForURL(/q=/);
  const entries = page.locator(".desk-entry");
  await expect(entries).toHaveCount(4);
  await keysWork(page);
  await page.keyboard.press("j");
  await expect(entries.nth(0)).toBeFocused();
  await page.keyboard.press("a");
  await expect(page.getByRole("status")).toHaveText(messages.done.approve(1));
  // The next one has come up to the place where the work was.
  await expect(entries.nth(0)).toBeFocused();
  await expect(entries.nth(0)).toContainText("广告");
  await page.keyboard.press("s");
  await expect(page.getByRole("status")).toHaveText(messages.done.spam(1));
  await expect(entries.nth(0)).toBeFocused();
  await page.keyboard.press("h");
  await expect(page.getByRole("status")).toHaveText(messages.done.hide(1));
  await expect(entries.nth(0)).toBeFocused();
  await page.keyboard.press("d");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(messages.confirmDelete(1));
  await expect(page.getByRole("button", { name: messages.acts.delete })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText(messages.done.delete(1));
  await expect(page.getByText(messages.none)).toBeVisible();

  await reader.goto(address);
  await expect(reader.getByText(`好话 ${mark}`)).toBeVisible();
  await expect(reader.getByText(mark)).toHaveCount(1);

  await page.goto("/admin/comments/log");
  const rows = page.getByRole("row");
  for (const [place, what] of (["delete", "hide", "spam", "approve"] as const).entries()) {
    await expect(rows.nth(place + 1)).toContainText("林海");
    await expect(rows.filter({ hasText: messages.log.acts[what] }).first()).toBeVisible();
  }
  await reader.context().close();
});

test("keys can be chosen from a list, used for several at once, and switched off", async ({
  page,
}) => {
  const mark = uniqueText("多选");
  await openPost(page, { withComments: true, place: 1 });
  const post = await postOf(page);
  for (const text of ["一", "二", "三"]) await writeComment(page.request, post, `${text} ${mark}`);
  await openDesk(page);
  await search(page, mark);
  await keysWork(page);
  await page.keyboard.press("?");
  await expect(page.getByText(messages.keys.choose, { exact: true })).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("k");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(3);
  await page
    .getByRole("group", { name: messages.withChosen })
    .getByRole("button", { name: messages.acts.approve })
    .click();
  await expect(page.getByRole("status")).toHaveText(messages.done.approve(2));
  await expect(page.locator(".desk-entry")).toHaveCount(1);

  await page.getByText(messages.keys.title, { exact: true }).click();
  await page.getByLabel(messages.keys.isOn).uncheck();
  await page.locator(".desk-entry").focus();
  await page.keyboard.press("h");
  await page.reload();
  await keysWork(page);
  await page.locator(".desk-entry").focus();
  await page.keyboard.press("h");
  await expect(page.locator(".desk-entry")).toHaveCount(1);
  await act(page.locator(".desk-entry"), "hide");
  await expect(page.getByRole("status")).toHaveText(messages.done.hide(1));
});

test("what was changed since it was seen is not let through unread", async ({ page, context }) => {
  const mark = uniqueText("两位");
  await openPost(page, { withComments: true, place: 2 });
  await writeComment(page.request, await postOf(page), mark);
  await openDesk(page);
  await search(page, mark);
  const other = await context.newPage();
  await other.goto(page.url());
  await act(entryOf(other, mark), "hide");
  await act(entryOf(page, mark), "approve");
  await expect(page.getByRole("alert")).toHaveText(messages.notDone(1));
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("a moderator on a phone approves, blocks, closes, reopens, and looks at what was done", async ({
    page,
  }) => {
    const mark = uniqueText("无脚本");
    const address = await openPost(page, { withComments: true, place: 3 });
    const post = await postOf(page);
    await writeComment(page.request, post, `甲 ${mark}`, '<b>"甲"</b>');
    await writeComment(page.request, post, `乙 ${mark} <img src=x onerror=alert(1)>`);
    await openDesk(page);
    await expectNoSidewaysScrolling(page);
    await search(page, mark);
    await expect(entryOf(page, "乙")).toContainText("<img src=x onerror=alert(1)>");
    await expect(entryOf(page, "甲")).toContainText('<b>"甲"</b>');
    await expect(page.locator("[data-keys]")).toBeHidden();
    for (const box of await page.getByRole("checkbox").all()) await box.check();
    await page
      .getByRole("group", { name: messages.withChosen })
      .getByRole("button", { name: messages.acts.approve })
      .click();
    await expect(page.getByRole("status")).toHaveText(messages.done.approve(2));
    await page.getByRole("link", { name: messages.all, exact: true }).click();

    await entryOf(page, "甲").getByText(messages.more).click();
    await act(entryOf(page, "甲"), "close");
    await expect(page.getByRole("status")).toHaveText(messages.done.close(1));
    await page.goto(address);
    await expect(page.getByText(commentMessages.closed)).toBeVisible();
    await expect(page.locator("form.comment-form")).toHaveCount(0);
    await page.goto("/admin/comments/blocks");
    await expectNoSidewaysScrolling(page);
    await page.getByRole("button", { name: messages.blocks.reopen }).first().click();
    await page.goto(address);
    await expect(page.locator("form.comment-form")).toHaveCount(1);

    const word = uniqueText("禁").toLowerCase();
    await page.goto("/admin/comments/blocks");
    await page.getByLabel(messages.blocks.word).fill(word.toUpperCase());
    await page.getByRole("button", { name: messages.blocks.add }).click();
    await expect(page.getByRole("status")).toHaveText(messages.blocks.added(word));
    await page
      .getByRole("listitem")
      .filter({ hasText: word })
      .getByRole("button", { name: messages.blocks.remove })
      .click();
    await expect(page.getByRole("listitem").filter({ hasText: word })).toHaveCount(0);

    await page.getByRole("link", { name: messages.parts.log }).click();
    await expect(page.getByRole("row").filter({ hasText: word })).toHaveCount(2);
    await expectNoSidewaysScrolling(page);
    await page.getByRole("button", { name: messages.logout }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(messages.login.title);
    await page.goto("/admin/comments/log");
    await expect(page.getByRole("row")).toHaveCount(0);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`all text of the desk can be read in the ${colorScheme} scheme`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await openPost(page, { withComments: true, place: 4 });
    await writeComment(page.request, await postOf(page), uniqueText("> 引用\n\n`代码`"));
    await page.goto("/admin/comments");
    const readAll = async () => {
      const texts = page.locator(
        "body :is(a, p, span, time, h1, h2, legend, label, button, summary, bdi, code, td, th, dd, kbd):visible",
      );
      await expectReadable(texts, page.url());
    };
    await readAll();
    await openDesk(page);
    await keysWork(page);
    await page.keyboard.press("?");
    await page.locator(".desk-entry").first().focus();
    await readAll();
    for (const part of ["blocks", "log"]) {
      await page.goto(`/admin/comments/${part}`);
      await readAll();
    }
  });
}
