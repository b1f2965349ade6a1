import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "playwright/test";
import { settings } from "@/e2e/sample-settings";
import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";
import { ArchiveFolder } from "../operator/archive-folder";
import { root } from "../start-site";
import { createServer, createSqld } from "./operated-servers";

const messages = commentMessagesIn(settings.language);

/** The comments' database is a server of its own, and is away while the site is built and while it is read. */

const ports = { sqld: 3394, site: 3395 };
const url = `http://localhost:${ports.site}`;
const archive = new ArchiveFolder();
const data = mkdtempSync(path.join(tmpdir(), "masthead-comments-"));

const environment = {
  CONTENT_DIR: archive.path,
  CONTENT_DATABASE_URL: `file:${path.join(data, "content.db")}`,
  COMMENTS_DATABASE_URL: `http://127.0.0.1:${ports.sqld}`,
  COMMENTS_PROVIDER: "builtin",
  COMMENTS_MODERATION: "none",
  SITE_URL: url,
  REVALIDATE_SECRET: "the operator's secret",
  NEXT_TELEMETRY_DISABLED: "1",
};

const sqld = createSqld(ports.sqld, data);
const site = createServer(ports.site, environment);

const postUrl = `${url}/posts/the-tide`;

const comment = (text: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/api/comments`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url, ...headers },
    body: new URLSearchParams({ post: "the-tide", name: "Reader", text, intent: "post" }),
  });

const read = async (address: string) => {
  const response = await fetch(address);
  return { status: response.status, html: await response.text() };
};

const shows = (text: string) =>
  // A page that had to do without the database is kept for ten seconds, and rendered anew behind the next reader.
  expect
    .poll(async () => (await read(postUrl)).html.includes(text), { timeout: 60_000 })
    .toBe(true);

test.describe.configure({ mode: "serial", timeout: 120_000 });

test.beforeAll(async () => {
  test.setTimeout(600_000);
  await archive.write(
    "the-tide.md",
    "---\nlayout: post\nid: the-tide\nslug: the-tide\ntitle: The tide\ndate: 2024-05-01\nauthor: 林海\ntags: [ tide ]\ncategories: [ 要闻 ]\ncomments: true\n---\n\n正文。\n",
  );
  const build = spawn("npm", ["run", "build"], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: "inherit",
  });
  expect(await once(build, "exit")).toEqual([0, null]);
  await site.start();
});

test.afterAll(async () => {
  await Promise.all([site, sqld].map((server) => server.kill()));
  archive.remove();
  rmSync(data, { recursive: true, force: true });
});

test("articles and listings are there without it, and comments come by themselves", async () => {
  const post = await read(postUrl);
  expect(post).toEqual({ status: 200, html: expect.stringContaining("正文。") });
  expect(post.html).toContain(messages.unavailable);
  expect(await read(url)).toEqual({ status: 200, html: expect.stringContaining("The tide") });
  expect((await comment("Too early")).status).toBe(503);
  await sqld.start();
  await shows('<form class="comment-form"');
});

test("it fails and comes back while the site is read", async () => {
  expect((await comment("The water rises")).status).toBe(303);
  await shows("The water rises");
  await sqld.kill();
  const refreshed = await fetch(`${url}/api/revalidate`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${environment.REVALIDATE_SECRET}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ tags: ["comments:the-tide", "comment-count:the-tide"] }),
  });
  expect(refreshed.status).toBe(200);
  await shows(messages.unavailable);
  expect((await read(url)).status).toBe(200);
  expect(site.output).toContain("comments can't be read");
  expect(site.output).toContain("check COMMENTS_DATABASE_URL");
  await sqld.start();
  await shows("The water rises");
  expect((await read(postUrl)).html).not.toContain(messages.unavailable);
});
