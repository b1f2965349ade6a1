import { expect, test } from "playwright/test";
import { startSite } from "../start-site";
import { ArchiveFolder } from "./archive-folder";

/** An operator points `npm start` at a folder, changes it, and points it at another one. */

const port = 3101;
const url = `http://localhost:${port}`;

/** A post as scraping tools leave it: the title again, placeholders, lazy pictures, a caption on its own. */
const scraped = `<!--1714525800000-->
[港口清晨：“最早的一班”四点出发](https://www.example.com/harbour/%E6%B8%85%E6%99%A8)
------

<div>
<div class="figure-media"><img class="img-fluid lazyload" data-src="/pictures/harbour-dawn.jpg" src="/pictures/harbour-dawn.jpg"></div> <figcaption>渡轮离港之前，船员在检查缆绳。</figcaption>      <p>第一段：天还没有亮，码头上的灯先亮了。</p><section id="imu"><div id="dfp-ad-imu1"></div></section><p onclick="alert(1)">第二段：船员点了名，渡轮慢慢离开。</p>

    <p>第三段：岸上只剩下两只猫。</p><div id="innity-in-post"></div><div class="cx_paywall_placeholder" id="sph_cdp_40"></div>
</div>
`;

test.describe.configure({ mode: "serial" });

const archive = new ArchiveFolder();
const other = new ArchiveFolder();

test.afterAll(() => {
  archive.remove();
  other.remove();
});

test("a folder with broken files becomes a site with every good post, and each fault is named", async ({
  page,
}) => {
  await archive.write(
    "2024/2024-05-01-海港晚报-清晨.md",
    `---\nlayout: post\ntitle: "港口清晨：“最早的一班”四点出发"\ndate: 2024-05-01T01:10:00.000Z\nauthor: 海港晚报\nfrom: https://www.example.com/harbour/%E6%B8%85%E6%99%A8\ntags: [ 海港晚报 ]\ncomments: True\ncategories: [ 海港晚报 ]\n---\n${scraped}`,
  );
  await archive.post("2024/2024-05-02-二.md", {
    title: "第二篇",
    date: "2024-05-02",
    tags: ["潮汐"],
  });
  await archive.post("2024/2024-05-03-三.md", {
    title: "第三篇",
    date: "2024-05-03",
    tags: ["潮汐"],
  });
  await archive.post("2024/2024-05-04-back\\slash.md", { title: "第四篇", date: "2024-05-04" });
  await archive.write("bad-yaml.md", '---\ntitle: "没有结束\ndate: 2024-01-01\n---\n正文\n');
  await archive.write("no-title.md", "---\ndate: 2024-01-01\n---\n正文\n");
  await archive.write(
    "wrong-type.md",
    "---\ntitle: 类型\ndate: 2024-01-01\ntags:\n  a: b\n---\n正文\n",
  );
  await archive.write("broken-bytes.md", Buffer.from([45, 45, 45, 10, 116, 0xff, 0xfe, 10]));
  await archive.write("empty.md", "");
  await archive.write(
    "huge.md",
    `---\ntitle: 太大\ndate: 2024-01-01\n---\n${"很长。".repeat(600_000)}`,
  );

  const site = await startSite("start", { contentDirectory: archive.path, port });
  try {
    for (const fault of [
      /bad-yaml\.md:2:\d+: error: /,
      /no-title\.md:1:1: error: `title` is missing/,
      /wrong-type\.md:5:3: error: `tags`/,
      /broken-bytes\.md:2:2: error: /,
      /empty\.md:1:1: error: the file is empty/,
      /huge\.md:1:1: error: the file has 5\.\d MB/,
    ]) {
      expect(site.output).toMatch(fault);
    }

    await page.goto(url);
    const listed = page.getByRole("main").getByRole("article");
    await expect(listed).toHaveCount(4);
    await expect(listed.first()).toContainText("第四篇");

    await page.getByRole("link", { name: "港口清晨" }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "港口清晨：“最早的一班”四点出发",
    );
    const article = page.getByRole("article");
    await expect(article.getByText("最早的一班")).toHaveCount(1);
    await expect(article.locator("p", { hasText: /^第.段：/ })).toHaveText([
      "第一段：天还没有亮，码头上的灯先亮了。",
      "第二段：船员点了名，渡轮慢慢离开。",
      "第三段：岸上只剩下两只猫。",
    ]);
    const figure = article.getByRole("figure");
    await expect(figure).toHaveCount(1);
    await expect(figure.getByRole("img")).toHaveAttribute("loading", "lazy");
    await expect(figure.getByRole("img")).toHaveAttribute("referrerpolicy", "no-referrer");
    await expect(figure).toContainText("渡轮离港之前");
    const html = await article.innerHTML();
    expect(html).not.toMatch(/dfp-ad|innity|imu|paywall|onclick|lazyload|------/);
    await expect(article.getByRole("link", { name: "海港晚报" }).first()).toHaveAttribute(
      "href",
      /^\/(tags|categories|authors)\//,
    );
    await expect(
      article.locator('a[href="https://www.example.com/harbour/%E6%B8%85%E6%99%A8"]'),
    ).toBeVisible();
  } finally {
    await site.stop();
  }
});

test("nothing has changed: the site starts without being built again", async ({ request }) => {
  const site = await startSite("start", { contentDirectory: archive.path, port });
  try {
    expect(site.output).toContain("up to date");
    expect(site.output).not.toContain("next build");
    expect((await request.get(url)).status()).toBe(200);
  } finally {
    await site.stop();
  }
});

test("files were added, edited, renamed and deleted: no page shows the old state", async ({
  page,
}) => {
  await archive.post("2024/2024-05-02-二.md", {
    title: "第二篇，改过",
    date: "2024-05-02",
    tags: ["航道"],
  });
  await archive.rename("2024/2024-05-03-三.md", "2024/moved.md");
  await archive.delete("2024/2024-05-04-back\\slash.md");
  await archive.post("2024/2024-05-05-五.md", {
    title: "第五篇",
    date: "2024-05-05",
    tags: ["潮汐"],
  });

  const site = await startSite("start", { contentDirectory: archive.path, port });
  try {
    expect(site.output).toMatch(/content: 10 files: 3 compiled, 7 unchanged, 2 deleted/);
    await page.goto(url);
    const titles = page.getByRole("main").getByRole("article").getByRole("heading");
    await expect(titles).toHaveText([/第五篇/, /第三篇/, /第二篇，改过/, /港口清晨/]);

    await page.getByRole("link", { name: "第三篇" }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("第三篇");
    await expect(page.getByRole("link", { name: /第二篇，改过/ })).toBeVisible();
    await expect(page.getByRole("link", { name: /第五篇/ })).toBeVisible();

    await page.goto(`${url}/tags`);
    await expect(page.getByRole("main").getByRole("link", { name: /航道/ })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: /潮汐/ }).first().click();
    await expect(titles).toHaveText([/第五篇/, /第三篇/]);
  } finally {
    await site.stop();
  }
});

test("another folder: nothing of the first one is left", async ({ page, request }) => {
  await other.post("only.md", { title: "另一个文件夹", date: "2023-01-01", tags: ["别处"] });
  const site = await startSite("start", { contentDirectory: other.path, port });
  try {
    expect(site.output).not.toContain("next build");
    await page.goto(url);
    await expect(page.getByRole("main").getByRole("article")).toHaveCount(1);
    await expect(page.getByRole("main")).toContainText("另一个文件夹");
    for (const gone of ["/tags/chao-xi", "/archive/2024", "/posts/di-wu-pian"]) {
      expect((await request.get(`${url}${gone}`)).status()).toBe(404);
    }
  } finally {
    await site.stop();
  }
});

test("another address: links, previews and headers follow it, without a build", async ({
  request,
}) => {
  const address = "https://news.example";
  const site = await startSite("start", {
    contentDirectory: archive.path,
    port,
    environment: { SITE_URL: address },
  });
  try {
    expect(site.output).not.toContain("next build");
    for (const path of ["/", "/tags", "/posts/di-wu-pian", "/archive/2024", "/no-such-page"]) {
      const response = await request.get(`${url}${path}`);
      const html = await response.text();
      expect(html, path).not.toContain("localhost");
      if (response.ok()) {
        const canonical = address + (path === "/" ? "" : path);
        expect(html, path).toContain(`<link rel="canonical" href="${canonical}"/>`);
      }
      const headers = response.headers();
      expect(headers["strict-transport-security"], path).toMatch(/^max-age=\d+/);
      expect(headers["content-security-policy"], path).toContain("upgrade-insecure-requests");
    }
  } finally {
    await site.stop();
  }
});
