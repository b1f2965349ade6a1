import { expect, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { moderationMessagesIn } from "@/lib/messages/moderation/moderation-messages";
import { openPost, uniqueText } from "../reader/commented-post.ts";
import {
  clientAddressHeader,
  createAddress,
  entryOf,
  logIn,
  openDesk,
  postOf,
  search,
  writeComment,
} from "./desk.ts";

const messages = moderationMessagesIn(settings.language);

test("guessing the password ends after a few tries, and the next try of a stranger is no guess", async ({
  page,
}) => {
  const address = createAddress();
  await page.setExtraHTTPHeaders({ [clientAddressHeader]: address });
  await page.goto("/admin/comments");
  for (let turn = 0; turn < 5; turn += 1) {
    await logIn(page, { password: `guess ${turn}` });
    await expect(page.getByRole("alert")).toHaveText(messages.login.wrong);
    await expect(page.getByLabel(messages.login.password)).toHaveValue("");
  }
  await logIn(page);
  await expect(page.getByRole("alert")).toHaveText(messages.login.throttled(15));
  await page.setExtraHTTPHeaders({ [clientAddressHeader]: createAddress() });
  await logIn(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(messages.title);
});

test("a hundred guesses at once are as few", async ({ request }) => {
  const headers = { [clientAddressHeader]: createAddress() };
  const statuses = await Promise.all(
    Array.from({ length: 100 }, async (_, turn) => {
      const form = { password: `guess ${turn}` };
      return (await request.post("/admin/comments/login", { form, headers })).status();
    }),
  );
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(95);
});

test("a page of another site can't have a moderator's browser do anything", async ({
  page,
  context,
}) => {
  const mark = uniqueText("跨站");
  await openPost(page, { withComments: true, place: 0 });
  const id = await writeComment(page.request, await postOf(page), mark);
  await openDesk(page);
  const { port } = new URL(page.url());
  const evil = await context.newPage();
  // The same site to a cookie, and another origin; and another site altogether.
  for (const origin of [`http://evil.localhost:${port}`, "http://127.0.0.1:1"]) {
    await evil.route(`${origin}/trap`, (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<form method=post action="http://localhost:${port}/admin/comments"><input name=one value="approve ${id} 1"></form><script>document.forms[0].submit()</script>`,
      }),
    );
    await evil.goto(`${origin}/trap`);
    await evil.waitForURL(`http://localhost:${port}/admin/comments`);
    // Without the cookie there is a closed door, with it a refusal.
    await expect(evil.getByRole("heading", { level: 1 })).toHaveText(
      new RegExp(`${messages.login.title}|${messages.title}`),
    );
  }
  await search(page, mark);
  await expect(entryOf(page, mark)).toContainText(messages.statuses.held);
});

test("cookies that are forged, cut or someone else's open nothing", async ({ page, browser }) => {
  await openDesk(page);
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name === "masthead-moderator");
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/admin" });
  const value = session?.value ?? "";
  const writer = await page.request.post("/api/comments", { data: { post: "x" } });
  expect(writer.status()).toBe(404);
  const device = cookies.find(({ name }) => name === "masthead-moderator-device")?.value ?? "";
  const stranger = await browser.newContext();
  for (const forged of ["", "x", value.slice(0, -1), `${value}x`, value.split("~")[0], device]) {
    const response = await stranger.request.get("/admin/comments", {
      headers: { cookie: `masthead-moderator=${forged}` },
    });
    expect(response.status(), forged).toBe(401);
    expect(await response.text()).not.toContain("desk-entry");
  }
  const copied = { headers: { cookie: `masthead-moderator=${value}` } };
  expect((await stranger.request.get("/admin/comments", copied)).status()).toBe(200);
  await page.getByRole("button", { name: messages.logout }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(messages.login.title);
  expect((await stranger.request.get("/admin/comments", copied)).status()).toBe(401);
  await stranger.close();
});

test("no page of the desk is kept or listed anywhere", async ({ page }) => {
  await openDesk(page);
  for (const part of ["", "/blocks", "/log"]) {
    const response = await page.goto(`/admin/comments${part}`);
    expect(response?.status()).toBe(200);
    expect(response?.headers()["cache-control"]).toBe("no-store");
    expect(response?.headers()["x-robots-tag"]).toContain("noindex");
    expect(response?.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  }
});
