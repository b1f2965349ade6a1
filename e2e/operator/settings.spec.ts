import { type APIRequestContext, expect, test } from "playwright/test";
import type { RunningServer } from "@/lib/processes/running-server";
import { startSite } from "../start-site";
import { ArchiveFolder } from "./archive-folder";
import { publishAloud, runCommand } from "./run-publish";

/** An editor makes a publication their own, by the file beside its posts: no page of the samples' publication is left. */

const port = 3109;
const url = `http://localhost:${port}`;

test.describe.configure({ mode: "serial" });

const archive = new ArchiveFolder();
const place = { contentDirectory: archive.path, port };

let site: RunningServer | undefined;

test.beforeAll(async () => {
  for (let day = 1; day <= 5; day += 1) {
    await archive.post(`2024/2024-05-0${day}-post.md`, {
      title: `Story ${day}`,
      date: `2024-05-0${day}`,
      tags: ["tide"],
    });
  }
  site = await startSite("start", place);
});

test.afterAll(async () => {
  await site?.stop();
  archive.remove();
});

/** One of each kind: rendered pages, one that isn't there, and one that a route makes for its reader. */
const places = [
  "/",
  "/posts/story-3",
  "/tags/tide",
  "/archive",
  "/no-such-page",
  "/api/comments?reply=01hf0000000000",
];

async function readAll(request: APIRequestContext): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const address of places) {
    pages.set(address, await (await request.get(url + address)).text());
  }
  return pages;
}

const linksOf = (html: string): string[] => {
  const [, navigation = ""] = /<nav[^>]*masthead-navigation[^>]*>(.*?)<\/nav>/.exec(html) ?? [];
  return [...navigation.matchAll(/<a[^>]*href="([^"]*)"[^>]*>([^<]*)</g)].map(
    ([, href, label]) => `${label} ${href}`,
  );
};

test("with nothing said, nothing of the samples' publication shows", async ({ request }) => {
  for (const [address, html] of await readAll(request)) {
    expect(html, address).toContain('<html lang="zh-Hans"');
    expect(html, address).not.toMatch(
      /Masthead|桅顶|样刊|样例|关于|\/about|name="description" content=""/,
    );
    expect(html, address).not.toMatch(/<p[^>]*><\/p>/);
    expect(html, address).toContain("一份刊物");
    if (!address.startsWith("/api/")) {
      expect(linksOf(html), address).toEqual([
        "分类 /categories",
        "标签 /tags",
        "作者 /authors",
        "归档 /archive",
      ]);
    }
  }
});

test("what is said shows on every page as soon as it is published", async ({ page, request }) => {
  await archive.write(
    "site.yaml",
    `name: Harbour Notes
description: Ships, tides and people
language: en
timeZone: America/New_York
pageSize: 2
commentsByDefault: true
navigation:
  - { label: Everything, href: /archive }
  - { label: Code, href: "https://example.com/code" }
footer: Set in the old customs house
comments:
  provider: giscus
  giscus: { repo: harbour/notes, repoId: R1, category: General, categoryId: C1 }
`,
  );
  const { stdout } = await publishAloud(place, "--wait");
  expect(stdout).toContain("every page is rendered anew");
  for (const [address, html] of await readAll(request)) {
    expect(html, address).toContain('<html lang="en"');
    expect(html, address).toContain("Harbour Notes");
    expect(html, address).not.toContain("一份刊物");
    if (!address.startsWith("/api/")) {
      expect(html, address).toContain("Ships, tides and people");
      expect(html, address).toContain("Set in the old customs house");
      expect(linksOf(html), address).toEqual([
        "Everything /archive",
        "Code https://example.com/code",
      ]);
    }
  }
  await page.goto(url);
  await expect(page.getByRole("main").getByRole("article")).toHaveCount(2);
  expect((await request.get(`${url}/latest/page/3`)).status()).toBe(200);
  expect((await request.get(`${url}/latest/page/4`)).status()).toBe(404);
  // Midnight in Shanghai was the day before in New York, and dates without a zone are read in the publication's.
  await page.goto(`${url}/posts/story-3`);
  await expect(page.getByRole("article").getByText("May 3, 2024")).toBeVisible();
  const { headers } = await fetch(`${url}/posts/story-3`);
  expect(headers.get("content-security-policy")).toContain("https://giscus.app");
});

test("a change of the name alone compiles nothing", async ({ request }) => {
  await archive.write(
    "site.yaml",
    "name: Harbour Days\nlanguage: en\ntimeZone: America/New_York\n",
  );
  await publishAloud(place);
  await archive.write(
    "site.yaml",
    "name: Harbour Nights\nlanguage: en\ntimeZone: America/New_York\n",
  );
  const { stdout } = await publishAloud(place);
  expect(stdout).toMatch(/content: 5 files: 0 compiled, 5 unchanged, 0 deleted; 0 problems/);
  for (const [address, html] of await readAll(request)) {
    expect(html, address).toContain("Harbour Nights");
    expect(html, address).not.toContain("Harbour Days");
  }
  const { headers } = await fetch(url);
  expect(headers.get("content-security-policy")).not.toContain("https://giscus.app");
});

test("a mistake is told with its place, and the site stays as it was", async ({ request }) => {
  await archive.write(
    "site.yaml",
    "name: Harbour Mornings\nlanguage: en\ntimeZone: New York City\n",
  );
  const { code, output } = await runCommand(place, "publish");
  expect(code).toBe(1);
  expect(output).toMatch(/site\.yaml:3:11: error: `timeZone: New York City` is not a time zone; /);
  expect(output).toContain("the settings stay what they were");
  expect(output).toMatch(/1 file is NEWER THAN WHAT READERS SEE.*site\.yaml/);
  for (const [address, html] of await readAll(request)) {
    expect(html, address).toContain("Harbour Nights");
  }
});

test("without the file the publication is nobody's again", async ({ request }) => {
  await archive.delete("site.yaml");
  await publishAloud(place);
  for (const [address, html] of await readAll(request)) {
    expect(html, address).toContain("一份刊物");
    expect(html, address).not.toContain("Harbour");
  }
});
