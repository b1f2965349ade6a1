import { expect, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { messagesIn } from "@/lib/messages/messages";
import { archiveMonthUrl, frontPageUrl } from "@/lib/urls";
import { textOf } from "./text-of.ts";

const messages = messagesIn(settings.language);

const { previous, next, neighbours } = messages.article;

test("a reader follows the chain of posts from the newest to the oldest and back", async ({
  page,
}) => {
  await page.goto(frontPageUrl);
  await page.getByRole("main").getByRole("heading", { level: 2 }).getByRole("link").first().click();
  const chain = page.getByRole("navigation", { name: neighbours });
  const older = chain.getByRole("link", { name: previous });
  const newer = chain.getByRole("link", { name: next });
  await expect(older).toBeVisible();
  await expect(newer).toHaveCount(0);

  const seen = [page.url()];
  const times: string[] = [await published()];
  while ((await older.count()) > 0) {
    const title = (await textOf(older)).replace(previous, "").trim();
    await older.click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    seen.push(page.url());
    times.push(await published());
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(times).toEqual([...times].sort().reverse());

  await page.goto("/archive");
  await expect(
    page.getByText(messages.postCount(seen.length), { exact: true }).first(),
  ).toBeVisible();

  await page.goto(seen.at(-1) ?? "");
  await newer.click();
  await expect(page).toHaveURL(seen.at(-2) ?? "");

  async function published(): Promise<string> {
    const time = page.getByRole("article").locator("time").first();
    return (await time.getAttribute("datetime")) ?? "";
  }
});

test("a post has one heading of the first rank, its title, and says what language it is in", async ({
  page,
}) => {
  await page.goto(frontPageUrl);
  const headlines = page.getByRole("main").getByRole("heading", { level: 2 });
  const addresses = await headlines
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  for (const address of addresses.slice(0, 4)) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    const lang = await page
      .getByRole("heading", { level: 1 })
      .evaluate((h1) => h1.closest("[lang]")?.getAttribute("lang"));
    expect(["zh-Hans", "zh-Hant", "en"]).toContain(lang);
    const canonical = await page.locator("link[rel=canonical]").getAttribute("href");
    expect(new URL(canonical ?? "").pathname).toBe(address);
  }
});

test("a subtitle stands under the title, on the post's page and wherever the post is listed", async ({
  page,
}) => {
  const title = "书评｜《慢船》：一本关于“来不及”的小说";
  const subtitle = "船走了十一天，读者比谁都会算日子";
  const titled = (level: number) =>
    page
      .locator("hgroup")
      .filter({ has: page.getByRole("heading", { level, name: title, exact: true }) });
  const listed = titled(2).getByRole("paragraph");

  await page.goto(frontPageUrl);
  await expect(listed).toHaveText(subtitle);
  await expect(listed).toHaveAttribute("lang", "zh-Hans");
  await titled(2).getByRole("link", { name: title }).click();

  await expect(titled(1).getByRole("paragraph")).toHaveText(subtitle);
  await expect(page).toHaveTitle(new RegExp(`^${title} · `));
  await expect(page.locator("meta[name=description]")).toHaveAttribute(
    "content",
    /^《慢船》的故事/,
  );

  await page.getByRole("article").getByRole("link", { name: "文化" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "文化" })).toBeVisible();
  await expect(listed).toHaveText(subtitle);
  await page.goto(archiveMonthUrl(2025, 6));
  await expect(listed).toHaveText(subtitle);
});
