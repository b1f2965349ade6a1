import { randomInt } from "node:crypto";
import { type APIRequestContext, expect, type Locator, type Page } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { moderationMessagesIn } from "@/lib/messages/moderation/moderation-messages";
import { commentsApiUrl, moderationUrl } from "@/lib/urls";

const messages = moderationMessagesIn(settings.language);

export const password = "海图 and compass 41";

export const clientAddressHeader = "x-story-address";

/** An address that no other story and no other run has. */
export const createAddress = (): string =>
  `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`;

/** Fills in the form of the door, as it stands on the page. */
export async function logIn(page: Page, given: { password?: string; name?: string } = {}) {
  await page.getByLabel(messages.login.name).fill(given.name ?? "林海");
  await page.getByLabel(messages.login.password).fill(given.password ?? password);
  await page.getByRole("button", { name: messages.login.go }).click();
}

/** Comes in by the door. */
export async function openDesk(page: Page) {
  await page.setExtraHTTPHeaders({ [clientAddressHeader]: createAddress() });
  await page.goto(moderationUrl);
  await logIn(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(messages.title);
}

/** The keys work once the page's script has run, which is when it shows what they are. */
export const keysWork = (page: Page) => expect(page.locator("[data-keys]")).toBeVisible();

/** A reader's comment, which waits. @returns its id */
export async function writeComment(
  request: APIRequestContext,
  post: string,
  text: string,
  name = "读者",
): Promise<string> {
  const response = await request.post(commentsApiUrl, {
    headers: { accept: "application/json", [clientAddressHeader]: createAddress() },
    data: { post, name, text },
  });
  const body = await response.json();
  expect(body, JSON.stringify(body)).toMatchObject({ ok: true, status: "held" });
  return body.id;
}

/** The id of the post that is open. */
export const postOf = (page: Page): Promise<string> =>
  page.locator("form.comment-form input[name=post]").inputValue();

export const search = async (page: Page, words: string) => {
  await page.getByRole("searchbox").fill(words);
  await page.getByRole("searchbox").press("Enter");
  await page.waitForURL(/[?&]q=/);
};

export const entryOf = (page: Page, text: string): Locator =>
  page.locator(".desk-entry").filter({ hasText: text });

export const act = (entry: Locator, name: keyof typeof messages.acts) =>
  entry.getByRole("button", { name: messages.acts[name], exact: true }).click();
