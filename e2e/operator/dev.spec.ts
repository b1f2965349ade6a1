import { expect, test } from "playwright/test";
import { startSite } from "../start-site";
import { ArchiveFolder } from "./archive-folder";
import { runPublish } from "./run-publish";

/** An editor writes with `npm run dev` and a browser side by side. */

const port = 3102;
const sitePort = 3106;

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

test("what is tried beside a running site is seen by nobody until it is published", async ({
  request,
}) => {
  const folder = new ArchiveFolder();
  const write = (title: string) => folder.post("a.md", { title, date: "2024-05-01" });
  await write("读者读到的");
  const place = { contentDirectory: folder.path, port: sitePort };
  const site = await startSite("start", place);
  const read = async (address: string) => (await request.get(address)).text();
  try {
    const trial = await startSite("dev", { contentDirectory: folder.path, port });
    try {
      expect(await read(site.origin)).toContain("读者读到的");
      await write("正在试的");
      await expect.poll(() => read(trial.origin), { timeout: 60_000 }).toContain("正在试的");
      // A page that is kept, and one that nobody has asked for yet.
      for (const address of ["/", "/archive/2024/05"]) {
        const page = await read(site.origin + address);
        expect(page).toContain("读者读到的");
        expect(page).not.toContain("正在试的");
      }
    } finally {
      await trial.stop();
    }
    await runPublish(place);
    expect(await read(site.origin)).toContain("正在试的");
  } finally {
    await site.stop();
    folder.remove();
  }
});
