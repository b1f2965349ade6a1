import { expect, type Page, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";
import { commentsApiUrl, publicFolders } from "@/lib/urls";
import { commentOf, fillIn, formOf, openPost, press, uniqueText } from "./commented-post.ts";
import { holdBack } from "./hold-back.ts";

/** Scripts come late, in another order than usual, or not at all: readers lose nothing by it. */

const messages = commentMessagesIn(settings.language);

/** What is loaded once comments are used; all scripts of ours. */
const codeOfComments = `**${publicFolders.scripts}/*/enhance-comments*`;
const ownScripts = `**${publicFolders.scripts}/**`;

/** How often comments are sent, and what the page complains of. */
function watch(page: Page) {
  const complaints: string[] = [];
  const posts: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (request.method() === "POST") posts.push(new URL(request.url()).pathname);
  });
  return { complaints, posts };
}

const stay = (page: Page) => page.evaluate(() => Reflect.set(window, "stayed", true));
const hasStayed = (page: Page) => page.evaluate(() => Reflect.get(window, "stayed") === true);

test("a comment that is sent before the code for it has come is posted once, and the page stays", async ({
  page,
}) => {
  const { posts } = watch(page);
  await openPost(page, { withComments: true, place: 6 });
  await stay(page);
  const { arrived, letGo } = await holdBack(page, codeOfComments);
  const text = uniqueText("发得太早");
  await fillIn(page, { name: "急性子", text });
  await arrived;
  await press(page, messages.post);
  await press(page, messages.post);
  letGo();
  await expect(commentOf(page, text).getByRole("button", { name: messages.edit })).toBeVisible();
  expect(posts).toEqual([commentsApiUrl]);
  expect(await hasStayed(page)).toBe(true);
});

test("a link that answers brings the form, though it is pressed before the code has come", async ({
  page,
}) => {
  const address = await openPost(page, { withComments: true, place: 7 });
  const text = uniqueText("问一句");
  await fillIn(page, { name: "甲", text });
  await press(page, messages.post);
  await expect(commentOf(page, text).getByRole("button", { name: messages.edit })).toBeVisible();
  await page.evaluate(() => localStorage.clear());
  const { arrived, letGo } = await holdBack(page, codeOfComments);
  await page.goto(address);
  await stay(page);
  await commentOf(page, text)
    .getByRole("link", { name: messages.replyTo("甲") })
    .click();
  await arrived;
  letGo();
  await expect(
    commentOf(page, text).getByRole("heading", { name: messages.replyTo("甲") }),
  ).toBeVisible();
  await expect(formOf(page).getByLabel(messages.fields.text, { exact: true })).toBeFocused();
  expect(await hasStayed(page)).toBe(true);
});

test("where the code never comes, a comment is posted as it is without a script", async ({
  page,
}) => {
  const { posts } = watch(page);
  await page.route(codeOfComments, (route) => route.abort());
  const { arrived, letGo } = await holdBack(page, codeOfComments);
  await openPost(page, { withComments: true, place: 6 });
  const text = uniqueText("没有代码");
  await fillIn(page, { name: "读者", text });
  await arrived;
  await press(page, messages.post);
  letGo();
  await expect(page.getByText(messages.published)).toBeVisible();
  await expect(page.locator(".comment-text").filter({ hasText: text })).toHaveCount(1);
  expect(posts).toEqual([commentsApiUrl]);
});

test("nothing is undone and nobody complains where the page's own script comes last", async ({
  page,
}) => {
  const { complaints } = watch(page);
  const address = await openPost(page, { withComments: true, place: 4 });
  const question = uniqueText("先来后到");
  await fillIn(page, { name: "甲", text: question });
  await press(page, messages.post);
  await expect(
    commentOf(page, question).getByRole("button", { name: messages.edit }),
  ).toBeVisible();
  const { arrived, letGo } = await holdBack(page, ownScripts);
  await page.goto(address, { waitUntil: "commit" });
  const title = page.locator(".comments-title");
  const total = Number(await title.getAttribute("data-total"));
  await arrived;
  letGo();
  await writeAndAnswer(page, question);
  await expect(title).toHaveAttribute("data-total", String(total + 1));
  await expect(title).toHaveText(messages.count(total + 1));
  await expect(commentOf(page, question).locator("form")).toHaveCount(1);
  await expect(page.locator(".comment-own")).not.toHaveCount(0);
  expect(complaints).toEqual([]);
});

/** Posts another comment, then begins an answer to the first: title, list and form are other than the server's. */
async function writeAndAnswer(page: Page, question: string) {
  const text = uniqueText("又一条");
  await fillIn(page, { name: "乙", text });
  await press(page, messages.post);
  await expect(commentOf(page, text).getByRole("button", { name: messages.edit })).toBeVisible();
  await commentOf(page, question)
    .getByRole("link", { name: messages.replyTo("甲") })
    .click();
  await expect(commentOf(page, question).locator("form")).toHaveCount(1);
}
