import { type ConsoleMessage, expect, type Page, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";
import { holdBack } from "../reader/hold-back.ts";
import { startSite } from "../start-site";
import { ArchiveFolder } from "./archive-folder";

/** An operator turns lean pages off, to see a page as Next.js makes it; readers lose nothing but bytes. */

const port = 3107;
const url = `http://localhost:${port}`;
const messages = commentMessagesIn(settings.language);
const archive = new ArchiveFolder();

test.afterAll(() => archive.remove());

test("pages with Next's runtime run it and nothing else, and what we add works beside it", async ({
  page,
  request,
}) => {
  await archive.write(
    "a.md",
    "---\nlayout: post\ntitle: 潮汐表\ndate: 2024-05-02\ncomments: True\n---\n\n正文。\n",
  );
  const site = await startSite("start", {
    contentDirectory: archive.path,
    port,
    environment: { LEAN_PAGES: "off" },
  });
  try {
    const complaints = hearComplaints(page);
    await page.goto(url);
    await page.getByRole("link", { name: "潮汐表" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("潮汐表");
    expect(await page.locator("script[src^='/_next/']").count()).toBeGreaterThan(3);
    const response = await request.get(page.url());
    const policy = response.headers()["content-security-policy"] ?? "";
    expect(policy).toMatch(/script-src 'self'(?: 'sha256-[\w+/]+=*')+;/);
    expect(policy).not.toContain("unsafe-inline");

    // The framework comes last, and must not undo what our scripts have done.
    const { letGo } = await holdBack(page, "**/_next/static/**/*.js");
    await page.reload({ waitUntil: "commit" });
    const form = page.locator("form.comment-form");
    await form.getByLabel(messages.fields.text, { exact: true }).fill("**看看**");
    await form.getByLabel(messages.fields.name, { exact: true }).fill("读者");
    await form.getByRole("button", { name: messages.preview, exact: true }).click();
    await expect(page.locator(".comment-preview strong")).toHaveText("看看");
    expect(await isHydrated(page)).toBe(false);
    letGo();
    await expect.poll(() => isHydrated(page)).toBe(true);
    await expect(page.locator(".comment-preview strong")).toHaveText("看看");
    expect(complaints).toEqual([]);
    expect(site.output).not.toContain("page not lean");
  } finally {
    await site.stop();
  }
});

/** React leaves a mark of its own on each element that it has taken over. */
const isHydrated = (page: Page) =>
  page.evaluate(() =>
    Object.keys(document.querySelector(".comments-title") ?? {}).some((key) =>
      key.startsWith("__reactFiber"),
    ),
  );

/** What the browser finds wrong with a page: scripts that were refused, and what React says of markup that isn't its own. */
function hearComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message: ConsoleMessage) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}
