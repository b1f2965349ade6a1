import path from "node:path";
import { expect, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";
import { challengeUrl, publicFolders } from "@/lib/urls";
import {
  commentOf,
  expectNoSidewaysScrolling,
  fillIn,
  formOf,
  openPost,
  press,
  uniqueText,
} from "./commented-post.ts";
import { expectReadable } from "./contrast.ts";

const messages = commentMessagesIn(settings.language);

test.use({ viewport: { width: 390, height: 844 } });

test("a reader looks at a comment before it is posted, and the page stays", async ({ page }) => {
  const address = await openPost(page, { withComments: true, place: 4 });
  await page.evaluate(() => Reflect.set(window, "stayed", true));
  const text = uniqueText("带脚本");
  await fillIn(page, { name: "林砚秋", text: `**${text}**` });
  await press(page, messages.preview);
  await expect(page.locator(".comment-preview strong")).toHaveText(text);
  await press(page, messages.post);
  const comment = commentOf(page, text);
  await expect(comment.getByRole("button", { name: messages.edit })).toBeVisible();
  await expect(comment.locator("strong")).toHaveText(text);
  await expect(formOf(page).getByRole("status")).toHaveText(messages.published);
  await expect(formOf(page).getByLabel(messages.fields.text, { exact: true })).toHaveValue("");
  expect(await page.evaluate(() => Reflect.get(window, "stayed"))).toBe(true);
  expect(new URL(page.url()).pathname).toBe(address);
  await expectNoSidewaysScrolling(page);
});

test("what is wrong stands beside its field, and the text is kept over a reload", async ({
  page,
}) => {
  const address = await openPost(page, { withComments: true, place: 4 });
  const text = uniqueText("草稿");
  await fillIn(page, { name: "", text });
  await formOf(page).getByLabel(messages.fields.email).fill("nobody");
  await press(page, messages.post);
  const name = formOf(page).getByLabel(messages.fields.name, { exact: true });
  await expect(name).toHaveAccessibleDescription(
    messages.problems.missing({ maxLength: 0, maxLinks: 0 }),
  );
  await expect(name).toBeFocused();
  await expect(formOf(page).getByLabel(messages.fields.email)).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await expect(page.getByRole("listitem").filter({ hasText: text })).toHaveCount(0);
  await page.goto(address);
  await expect(formOf(page).getByLabel(messages.fields.text, { exact: true })).toHaveValue(text);
});

test("without a connection nothing is lost, and the next try posts it once", async ({ page }) => {
  test.slow();
  await openPost(page, { withComments: true, place: 5 });
  const text = uniqueText("断网");
  await fillIn(page, { name: "读者", text });
  await page.context().setOffline(true);
  await press(page, messages.post);
  await expect(formOf(page).getByRole("alert")).toHaveText(messages.offline, { timeout: 30_000 });
  await expect(formOf(page).getByLabel(messages.fields.text, { exact: true })).toHaveValue(text);
  await page.context().setOffline(false);
  await press(page, messages.post);
  await expect(commentOf(page, text).getByRole("button", { name: messages.edit })).toBeVisible();
  await page.reload();
  await expect(page.locator(".comment-text").filter({ hasText: text })).toHaveCount(1);
});

test("a reader answers a comment in its place, with the keyboard", async ({ page }) => {
  await openPost(page, { withComments: true, place: 6 });
  const question = uniqueText("问");
  await fillIn(page, { name: "甲", text: question });
  await press(page, messages.post);
  const asked = commentOf(page, question);
  await expect(asked.getByRole("button", { name: messages.edit })).toBeVisible();
  await asked.getByRole("link", { name: messages.replyTo("甲") }).press("Enter");
  const field = formOf(page).getByLabel(messages.fields.text, { exact: true });
  await expect(field).toBeFocused();
  await expect(formOf(page).getByRole("heading", { name: messages.replyTo("甲") })).toBeVisible();
  await formOf(page).getByRole("button", { name: messages.cancel }).press("Enter");
  await expect(asked.getByRole("link", { name: messages.replyTo("甲") })).toBeFocused();
  await page.keyboard.press("Enter");
  const answer = uniqueText("答");
  await field.fill(answer);
  await press(page, messages.post);
  const answered = page.locator("li.comment-depth-1").filter({ hasText: answer });
  await expect(answered.getByRole("button", { name: messages.edit })).toBeVisible();
  await page.reload();
  await expect(answered).toContainText("甲");
});

test("a reader changes a comment in its place and deletes it", async ({ page }) => {
  page.on("dialog", (dialog) => dialog.accept());
  await openPost(page, { withComments: true, place: 7 });
  const text = uniqueText("错");
  await fillIn(page, { name: "读者", text });
  await press(page, messages.post);
  await commentOf(page, text).getByRole("button", { name: messages.edit }).click();
  const better = uniqueText("对");
  await page.getByRole("textbox", { name: messages.edit }).fill(`*${better}*`);
  await page.getByRole("button", { name: messages.save }).click();
  await expect(commentOf(page, better).locator("em")).toHaveText(better);
  await page.reload();
  const changed = commentOf(page, better);
  await expect(changed).toContainText(messages.edited);
  await changed.getByRole("button", { name: messages.delete }).click();
  await expect(page.getByText(messages.deleted)).toBeVisible();
  await page.reload();
  await expect(page.getByText(better)).toHaveCount(0);
});

test("nobody else can change it", async ({ page, browser }) => {
  await openPost(page, { withComments: true, place: 4 });
  const text = uniqueText("我的");
  await fillIn(page, { name: "读者", text });
  await press(page, messages.post);
  await expect(commentOf(page, text).getByRole("button", { name: messages.edit })).toBeVisible();
  const id = (await commentOf(page, text).getAttribute("id"))?.replace("comment-", "") ?? "";
  const stranger = await browser.newContext();
  const fields = { id, version: "1", text: "别人的", intent: "edit" };
  const answer = await stranger.request.post("/api/comments/mine", { form: fields });
  expect(answer.status()).toBe(403);
  await stranger.close();
});

test("a post without comments has no trace of them, and one with them loads little until it is used", async ({
  page,
}) => {
  const withComments = await openPost(page, { withComments: true });
  const without = await openPost(page, { withComments: false });
  const requests: string[] = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  const scripts = () =>
    requests
      .filter((address) => address.startsWith(publicFolders.scripts) && address.endsWith(".js"))
      .map((address) => path.basename(address).replace(/-[A-Z0-9]{8}\./, "."));
  await page.goto(withComments, { waitUntil: "networkidle" });
  expect(scripts()).toEqual(["comments.js"]);
  await formOf(page).getByLabel(messages.fields.text, { exact: true }).focus();
  const used = ["comments.js", "enhance-comments.client.js", "zh-hans.js"];
  await expect.poll(() => scripts().sort()).toEqual(used);
  // What they ask the site for at first belongs to this page.
  await expect.poll(() => requests).toContain(challengeUrl);
  requests.length = 0;
  await page.goto(without, { waitUntil: "networkidle" });
  expect(requests.filter((url) => /comments|giscus/.test(url))).toEqual([]);
  expect(await page.locator("[class*=comment]").count()).toBe(0);
  expect((await page.request.get(`${without}/comments/2`)).status()).toBe(404);
});

test("addresses that lead nowhere say so", async ({ request, page }) => {
  const address = await openPost(page, { withComments: true });
  for (const missing of ["/comments/none", "/comments/01hf000000abcd", `${address}/comments/99`]) {
    expect((await request.get(missing)).status(), missing).toBe(404);
  }
  for (const odd of ["0", "01", "x", "-1"]) {
    expect((await request.get(`${address}/comments/${odd}`)).status(), odd).toBe(404);
  }
  const first = await request.get(`${address}/comments/1`, { maxRedirects: 0 });
  expect(first.status()).toBe(308);
});

test("what can't be a comment is refused with a clear status", async ({ request, page }) => {
  await openPost(page, { withComments: true });
  const post = (await page.locator("input[name=post]").first().getAttribute("value")) ?? "";
  const form = { post, name: "读者", text: uniqueText("坏") };
  const statusOf = async (data: Parameters<typeof request.post>[1]) =>
    (await request.post("/api/comments", data)).status();
  expect(await statusOf({ form: { ...form, post: "none" } })).toBe(404);
  expect(await statusOf({ form: { ...form, text: "a\u0000b" } })).toBe(422);
  expect(await statusOf({ form: { ...form, name: "\u202eabc" } })).toBe(422);
  expect(await statusOf({ form: { ...form, text: "长".repeat(350_000) } })).toBe(413);
  expect(await statusOf({ form: { ...form, parent: "01hf000000abcd" } })).toBe(409);
  expect(await statusOf({ form, headers: { origin: "https://evil.example" } })).toBe(403);
  expect(await statusOf({ multipart: form })).toBe(415);
  const broken = { "content-type": "application/x-www-form-urlencoded" };
  expect(await statusOf({ data: `post=${post}&name=%ff&text=a`, headers: broken })).toBe(400);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`all text of comments can be read in the ${colorScheme} scheme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const address = await openPost(page, { withComments: true, place: 8 });
    await fillIn(page, { name: "读者", text: uniqueText("> 引用\n\n`代码` https://example.com") });
    await press(page, messages.post);
    await expect(page.locator(".comment-own").first()).toBeVisible();
    await fillIn(page, { name: "", text: "" });
    await press(page, messages.post);
    await expect(page.locator("[aria-invalid=true]").first()).toBeVisible();
    const texts = page.locator(
      "section.comments :is(a, p, time, h2, h3, label, button, code, bdi, span):visible",
    );
    await expectReadable(texts, address);
    await page.goto("/api/comments/mine");
    await expectReadable(
      page.locator("body :is(a, p, time, h1, label, button, summary):visible"),
      "/api/comments/mine",
    );
  });
}
