import { expect, test } from "playwright/test";
import { startSite } from "../start-site";
import { ArchiveFolder } from "./archive-folder";

/** An editor writes with `npm run dev` and a browser side by side. */

const port = 3102;

test("a saved post shows in the open browser, without a reload by hand", async ({ page }) => {
  const folder = new ArchiveFolder();
  await folder.post("2024-05-01-a.md", { title: "正在写的稿子", date: "2024-05-01" });
  const site = await startSite("dev", { contentDirectory: folder.path, port });
  try {
    await page.goto(`http://localhost:${port}`);
    await page.getByRole("link", { name: "正在写的稿子" }).first().click();
    // The page is compiled at its first visit.
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("正在写的稿子", {
      timeout: 60_000,
    });

    await folder.post("2024-05-01-a.md", {
      title: "正在写的稿子",
      date: "2024-05-01",
      body: "刚刚保存的一句话。",
    });
    await expect(page.getByText("刚刚保存的一句话。")).toBeVisible({ timeout: 20_000 });

    await folder.write("broken.md", "---\ntitle: [\n---\n");
    await expect
      .poll(() => site.output, { timeout: 20_000 })
      .toMatch(/broken\.md:\d+:\d+: error: /);
    await expect(page.getByText("刚刚保存的一句话。")).toBeVisible();
  } finally {
    await site.stop();
    folder.remove();
  }
});
