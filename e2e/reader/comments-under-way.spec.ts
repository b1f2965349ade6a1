import { expect, type Page, type Route, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";
import { ownCommentsUrl } from "@/lib/urls";
import { commentOf, fillIn, formOf, openPost, press, uniqueText } from "./commented-post.ts";
import { holdBack } from "./hold-back.ts";
import { moderateComment } from "./moderate-comment.ts";

const messages = commentMessagesIn(settings.language);

test.use({ viewport: { width: 390, height: 844 } });

const textField = (page: Page) => formOf(page).getByLabel(messages.fields.text, { exact: true });

/** Writes a comment, and waits until it stands there with its controls. */
async function write(page: Page, text: string, name = "读者") {
  await fillIn(page, { name, text });
  await press(page, messages.post);
  const comment = commentOf(page, text);
  await expect(comment.getByRole("button", { name: messages.edit })).toBeVisible();
  return comment;
}

async function idOf(comment: ReturnType<typeof commentOf>) {
  return (await comment.getAttribute("id"))?.replace("comment-", "") ?? "";
}

test("where many comments arrive the browser proves work, and nobody has to wait for a moderator", async ({
  page,
}) => {
  await openPost(page, { withComments: true, listing: "/latest/page/2" });
  const post = (await page.locator("input[name=post]").first().getAttribute("value")) ?? "";
  for (let index = 0; index < 40; index += 1) {
    const form = { post, name: "很多人", text: uniqueText("一条") };
    await page.request.post("/api/comments", { form });
  }
  const text = uniqueText("人多的时候");
  await fillIn(page, { name: "读者", text });
  await press(page, messages.post);
  // Some 65,000 hashes, on a machine that may have other things to do.
  const patience = { timeout: 30_000 };
  await expect(formOf(page).getByRole("status")).toHaveText(messages.published, patience);
  await expect(commentOf(page, text).getByRole("button", { name: messages.edit })).toBeVisible();
  await page.reload();
  await expect(commentOf(page, text)).toBeVisible();
  await expect(commentOf(page, text)).not.toContainText(messages.awaiting);
});

test("what is typed while a comment is on its way stays", async ({ page }) => {
  const address = await openPost(page, { withComments: true, place: 5 });
  const { arrived, letGo } = await holdBack(page, "**/api/comments");
  const text = uniqueText("先说一句");
  await fillIn(page, { name: "读者", text });
  await press(page, messages.post);
  await arrived;
  await textField(page).press("End");
  await textField(page).pressSequentially("，再说一句");
  letGo();
  await expect(commentOf(page, text).getByRole("button", { name: messages.edit })).toBeVisible();
  await expect(textField(page)).toHaveValue(`${text}，再说一句`);
  await expect(textField(page)).toBeFocused();
  await page.goto(address);
  await expect(textField(page)).toHaveValue(`${text}，再说一句`);
});

test("an answer that was begun is still an answer after a reload", async ({ page }) => {
  await openPost(page, { withComments: true, place: 5 });
  const question = uniqueText("问题");
  await write(page, question, "甲");
  await commentOf(page, question)
    .getByRole("link", { name: messages.replyTo("甲") })
    .click();
  const answer = uniqueText("回答");
  await textField(page).fill(answer);
  await page.reload();
  await expect(textField(page)).toHaveValue(answer);
  await expect(formOf(page).getByRole("heading", { name: messages.replyTo("甲") })).toBeVisible();
  await press(page, messages.post);
  const answered = page.locator("li.comment-depth-1").filter({ hasText: answer });
  await expect(answered.getByRole("button", { name: messages.edit })).toBeVisible();
  await page.reload();
  await expect(textField(page)).toHaveValue("");
  await expect(formOf(page).getByRole("heading", { name: messages.write })).toBeVisible();
});

test("a comment that a moderator has looked at in the meantime can still be changed", async ({
  page,
}) => {
  await openPost(page, { withComments: true, place: 6 });
  const comment = await write(page, uniqueText("原话"));
  const id = await idOf(comment);
  await comment.getByRole("button", { name: messages.edit }).click();
  await moderateComment(id, "held");
  await moderateComment(id, "visible");
  const better = uniqueText("新话");
  await page.getByRole("textbox", { name: messages.edit }).fill(better);
  await page.getByRole("button", { name: messages.save }).click();
  await expect(page.locator(`#comment-${id} .comment-text`)).toHaveText(better);
});

test("a comment that another window has changed is shown, and what was typed can be saved over it", async ({
  page,
}) => {
  await openPost(page, { withComments: true, place: 6 });
  const comment = await write(page, uniqueText("原话"));
  const id = await idOf(comment);
  await comment.getByRole("button", { name: messages.edit }).click();
  const field = page.getByRole("textbox", { name: messages.edit });
  const typed = uniqueText("这里写的");
  await field.fill(typed);
  const other = uniqueText("别处写的");
  const fields = { id, version: "1", text: other, intent: "edit" };
  const elsewhere = await page.request.post("/api/comments/mine", { form: fields });
  expect(elsewhere.status()).toBe(200);
  await page.getByRole("button", { name: messages.save }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: messages.refusals.changed }),
  ).toBeVisible();
  await expect(page.locator(`#comment-${id} .comment-text`)).toHaveText(other);
  await expect(field).toHaveValue(typed);
  await page.getByRole("button", { name: messages.save }).click();
  await expect(page.locator(`#comment-${id} .comment-text`)).toHaveText(typed);
  await expect(field).toHaveCount(0);
});

test("a change that was begun is kept over a reload", async ({ page }) => {
  await openPost(page, { withComments: true, place: 6 });
  const id = await idOf(await write(page, uniqueText("原话")));
  const edit = page.locator(`#comment-${id}`).getByRole("button", { name: messages.edit });
  await edit.click();
  const field = page.getByRole("textbox", { name: messages.edit });
  const typed = uniqueText("改到一半");
  await field.fill(typed);
  await page.reload();
  await expect(field).toHaveValue(typed);
  await page.getByRole("button", { name: messages.save }).click();
  await expect(page.locator(`#comment-${id} .comment-text`)).toHaveText(typed);
  await expect(edit).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: messages.saved })).toBeVisible();
  await page.reload();
  await expect(edit).toBeVisible();
  await expect(field).toHaveCount(0);
});

test("an answer that waits stands below what it answers, also after a reload", async ({ page }) => {
  await openPost(page, { withComments: true, place: 7 });
  const question = await write(page, uniqueText("问题"), "甲");
  await question.getByRole("link", { name: messages.replyTo("甲") }).click();
  const answer = uniqueText("回答");
  await textField(page).fill(answer);
  await press(page, messages.post);
  const answered = page.locator("li.comment-depth-1").filter({ hasText: answer });
  await expect(answered.getByRole("button", { name: messages.edit })).toBeVisible();
  const id = await idOf(question);
  await write(page, uniqueText("另一条"));
  await moderateComment(await idOf(answered), "held");
  await page.reload();
  await expect(answered).toContainText(messages.awaiting);
  await expect(page.locator(`#comment-${id} + li`)).toContainText(answer);
});

test("a comment that was hidden before its answer came back is acknowledged, and the form goes on", async ({
  page,
}) => {
  test.slow();
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  await openPost(page, { withComments: true, place: 5 });
  const text = uniqueText("藏起来");
  await fillIn(page, { name: "读者", text });
  let id = "";
  const loseAnswer = async (route: Route) => {
    const response = await route.fetch();
    id = (await response.json()).id;
    await route.abort();
  };
  await page.route("**/api/comments", loseAnswer);
  await press(page, messages.post);
  await expect(formOf(page).getByRole("alert")).toHaveText(messages.offline, { timeout: 30_000 });
  await moderateComment(id, "hidden");
  await page.unroute("**/api/comments", loseAnswer);
  await press(page, messages.post);
  await expect(formOf(page).getByRole("status")).toHaveText(messages.held);
  await expect(textField(page)).toHaveValue("");
  await expect(page.locator(".comment-pending")).toHaveCount(0);
  expect(errors).toEqual([]);
});

test("a comment that was deleted before its answer came back is not written again by itself", async ({
  page,
}) => {
  await openPost(page, { withComments: true, place: 5 });
  const text = uniqueText("删掉了");
  await fillIn(page, { name: "读者", text });
  const post = await formOf(page).locator("input[name=post]").inputValue();
  const challenge = await page.request.get(`/api/comments/challenge?post=${post}`);
  const refused = {
    ok: false,
    reason: "no-such-comment",
    message: messages.refusals["no-such-comment"],
    challenge: await challenge.json(),
  };
  let tries = 0;
  const refuse = async (route: Route) => {
    tries += 1;
    await route.fulfill({ status: 404, json: refused });
  };
  await page.route("**/api/comments", refuse);
  await press(page, messages.post);
  await expect(formOf(page).getByRole("alert")).toHaveText(refused.message);
  expect(tries).toBe(1);
  await page.unroute("**/api/comments", refuse);
  await press(page, messages.post);
  await expect(commentOf(page, text).getByRole("button", { name: messages.edit })).toBeVisible();
});

test("the form outlives the comment that it was to answer", async ({ page }) => {
  page.on("dialog", (dialog) => dialog.accept());
  await openPost(page, { withComments: true, place: 7 });
  const comment = await write(page, uniqueText("要删的"), "甲");
  const id = await idOf(comment);
  const title = page.locator(".comments-title");
  const total = Number(await title.getAttribute("data-total"));
  await comment.getByRole("link", { name: messages.replyTo("甲") }).click();
  const answer = uniqueText("白写了");
  await textField(page).fill(answer);
  await page.locator(`#comment-${id}`).getByRole("button", { name: messages.delete }).click();
  await expect(page.locator(`#comment-${id}`)).toHaveText(messages.deleted);
  await expect(page.locator(`#comment-${id}`)).toBeFocused();
  await expect(title).toHaveAttribute("data-total", String(total - 1));
  await expect(textField(page)).toHaveValue(answer);
  await expect(formOf(page).getByRole("heading", { name: messages.write })).toBeVisible();
  await press(page, messages.post);
  await expect(commentOf(page, answer).getByRole("button", { name: messages.edit })).toBeVisible();
});

test("who goes on after writing, changing and deleting comes back to the page as it is by now", async ({
  page,
}) => {
  page.on("dialog", (dialog) => dialog.accept());
  const address = await openPost(page, { withComments: true, place: 8 });
  const goOnAndBack = async () => {
    await page.waitForLoadState("networkidle");
    await page.getByRole("banner").getByRole("link").first().click();
    await expect(page).not.toHaveURL(address);
    await page.goBack();
  };
  const text = uniqueText("刚写的");
  const id = await idOf(await write(page, text));
  await goOnAndBack();
  const comment = page.locator(`#comment-${id}`);
  await expect(comment.locator(".comment-text")).toHaveText(text);
  const better = uniqueText("刚改的");
  await comment.getByRole("button", { name: messages.edit }).click();
  await page.getByRole("textbox", { name: messages.edit }).fill(better);
  await page.getByRole("button", { name: messages.save }).click();
  await expect(comment.locator(".comment-text")).toHaveText(better);
  await goOnAndBack();
  await expect(comment.locator(".comment-text")).toHaveText(better);
  await comment.getByRole("button", { name: messages.delete }).click();
  await expect(comment).toHaveText(messages.deleted);
  await goOnAndBack();
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(better)).toHaveCount(0);
});

test("leaving while own comments are read is no error", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  const address = await openPost(page, { withComments: true, place: 5 });
  await write(page, uniqueText("我写的"));
  const { arrived, letGo } = await holdBack(page, `**${ownCommentsUrl}`);
  await page.goto(address);
  await arrived;
  await page.getByRole("banner").getByRole("link").first().click();
  await expect(page).not.toHaveURL(address);
  letGo();
  expect(errors).toEqual([]);
});

test("who goes to another page and back finds what was typed, where it was typed", async ({
  page,
}) => {
  const address = await openPost(page, { withComments: true, place: 7 });
  const question = uniqueText("问题");
  const asked = await write(page, question, "甲");
  const changed = page.locator(`#comment-${await idOf(asked)}`);
  await asked.getByRole("link", { name: messages.replyTo("甲") }).click();
  const answer = uniqueText("写到一半");
  await textField(page).fill(answer);
  await asked.getByRole("button", { name: messages.edit }).click();
  const typed = uniqueText("改到一半");
  await page.getByRole("textbox", { name: messages.edit }).fill(typed);

  await page.getByRole("banner").getByRole("link").first().click();
  await expect(page).not.toHaveURL(address);
  await page.goBack();
  await expect(page.getByRole("textbox", { name: messages.edit })).toHaveValue(typed);
  await expect(textField(page)).toHaveValue(answer);
  await expect(changed.locator("form")).toHaveCount(1);
  await page.getByRole("button", { name: messages.save }).click();
  await expect(changed.locator(".comment-text").first()).toHaveText(typed);
  await press(page, messages.post);
  const answered = page.locator("li.comment-depth-1").filter({ hasText: answer });
  await expect(answered.getByRole("button", { name: messages.edit })).toHaveCount(1);
});
