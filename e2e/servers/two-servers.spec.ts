import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "playwright/test";
import { ArchiveFolder } from "../operator/archive-folder";
import { root } from "../start-site";
import { ConstantReader } from "./constant-reader";
import { createRedis, createServer, createSqld } from "./operated-servers";

/** An operator serves one publication with two servers, one libSQL server and one Redis, and each of them fails once. */

const ports = { redis: 3390, sqld: 3391, a: 3392, b: 3393 };
const siteA = `http://localhost:${ports.a}`;
const siteB = `http://localhost:${ports.b}`;

/** Of the archive; the first is the oldest. */
const posts = 60;
const fileOf = (number: number) => `post-${number}.md`;
const samplePost = (number: number) => ({
  title: `Post number ${number}`,
  date: new Date(Date.UTC(2024, 0, number)).toISOString(),
  tags: ["tide"],
});

const archive = new ArchiveFolder();
const data = mkdtempSync(path.join(tmpdir(), "masthead-servers-"));

const environment = {
  CONTENT_DIR: archive.path,
  CONTENT_DATABASE_URL: `http://127.0.0.1:${ports.sqld}`,
  CONTENT_DATABASE_AUTH_TOKEN: "",
  REDIS_URL: `redis://127.0.0.1:${ports.redis}`,
  // Of the load balancer before them: one site, one address.
  SITE_URL: "https://news.example.com",
  REVALIDATE_SECRET: "the operator's secret",
  NEXT_TELEMETRY_DISABLED: "1",
};

const redis = createRedis(ports.redis, data);
const sqld = createSqld(ports.sqld, data);
const a = createServer(ports.a, environment);
const b = createServer(ports.b, environment);

/** Runs a command of the project to its end; readers read on meanwhile. */
async function run(...args: string[]): Promise<void> {
  const command = spawn("npm", ["run", ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  let output = "";
  for (const stream of [command.stdout, command.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const [status] = await once(command, "exit");
  if (status !== 0) throw new Error(`npm run ${args.join(" ")} ended with ${status}:\n${output}`);
}

/** Publishes as seen from one server alone: the other one must learn of it by itself. */
const publishOn = (url: string) => run("publish", "--", "--site", url, "--wait");

/** The same without asking for the new pages: they are out of date, and rendered for nobody yet. */
const publishUnseenOn = (url: string) => run("publish", "--", "--site", url);

const read = async (url: string) => {
  const response = await fetch(url, { redirect: "manual" });
  return {
    status: response.status,
    cache: response.headers.get("x-nextjs-cache"),
    html: await response.text(),
  };
};

const shows = (url: string, text: string) =>
  expect.poll(async () => (await read(url)).html.includes(text), { intervals: [50] }).toBe(true);

test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  // More than the build renders: the oldest are rendered on demand.
  for (let number = 1; number <= posts; number += 1) {
    await archive.post(fileOf(number), samplePost(number));
  }
  await redis.start();
  await sqld.start();
  await run("content");
  await Promise.all([a.start(), b.start()]);
});

test.afterAll(async () => {
  await Promise.all([a, b, redis, sqld].map((server) => server.kill()));
  archive.remove();
  rmSync(data, { recursive: true, force: true });
});

test("both serve the same pages, and one finds what the other has rendered", async () => {
  const address = "/posts/post-number-1";
  expect((await read(siteA + address)).cache).toBe("MISS");
  await expect
    .poll(async () => (await read(siteB + address)).cache, { intervals: [50] })
    .toBe("HIT");
  expect((await read(siteB + address)).html).toContain("Post number 1");
  const health = await fetch(`${siteB}/api/health`);
  expect(await health.json()).toMatchObject({ status: "ok", posts });
  expect(health.headers.get("cache-control")).toBe("no-store");
});

test("what is published on one side is on both, and no reader gets an error meanwhile", async () => {
  await read(`${siteB}/tags/tide`);
  await read(`${siteB}/posts/a-new-post`);
  const readers = new ConstantReader([siteA, siteB, `${siteB}/tags/tide`]);
  await archive.post("2024-06-01-new.md", {
    title: "A new post",
    date: "2024-06-01",
    tags: ["tide"],
  });
  await publishOn(siteA);
  const published = performance.now();
  await shows(siteB, "A new post");
  await shows(`${siteB}/tags/tide`, "A new post");
  await shows(`${siteB}/posts/a-new-post`, "正文");
  const ms = Math.round(performance.now() - published);
  test.info().annotations.push({ type: "seen on the other server after", description: `${ms} ms` });
  console.log(`seen on the other server ${ms} ms after publish returned`);
  const { failures, reads } = await readers.stop();
  expect(failures).toEqual([]);
  expect(reads).toBeGreaterThan(0);
  expect((await read(`${siteB}/posts/post-number-1`)).cache).not.toBe("STALE");
});

test("Redis is killed: both serve on, and catch up when it is back", async () => {
  const readers = new ConstantReader([siteA, siteB, `${siteA}/posts/post-number-3`]);
  await redis.kill();
  await archive.post(fileOf(3), {
    ...samplePost(3),
    body: "Edited while Redis was away.",
  });
  await publishOn(siteA);
  await shows(`${siteA}/posts/post-number-3`, "Edited while Redis was away.");
  await redis.start();
  await shows(`${siteB}/posts/post-number-3`, "Edited while Redis was away.");
  expect((await readers.stop()).failures).toEqual([]);
});

test("Redis hangs: pages are answered without it", async () => {
  redis.freeze();
  const readers = new ConstantReader([siteA, `${siteB}/posts/post-number-4`]);
  await archive.post("2024-06-02-hang.md", { title: "While it hung", date: "2024-06-02" });
  await publishOn(siteA);
  await shows(siteA, "While it hung");
  redis.thaw();
  await shows(siteB, "While it hung");
  expect((await readers.stop()).failures).toEqual([]);
});

/** What a server says of itself, and whether a load balancer would go on asking it. */
async function askHealth(site: string) {
  const answer = await fetch(`${site}/api/health`);
  return { ok: answer.ok, text: await answer.text() };
}

test("the content store is killed: what is rendered is served, health tells, and all is well when it is back", async () => {
  for (const url of [siteA, siteB, `${siteA}/posts/post-number-5`])
    expect((await read(url)).status).toBe(200);
  const readers = new ConstantReader([siteA, siteB, `${siteA}/posts/post-number-5`]);
  await sqld.kill();
  await expect.poll(async () => (await askHealth(siteA)).text).toContain('"status":"degraded"');
  const { ok, text } = await askHealth(siteA);
  expect(ok).toBe(true);
  expect(text).toContain("contentStore");
  expect(text).not.toContain(String(ports.sqld));
  expect((await fetch(`${siteA}/api/health/live`)).status).toBe(200);
  const unrendered = await fetch(`${siteA}/posts/post-number-44`);
  expect(unrendered.status).toBe(503);
  expect(Number(unrendered.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await unrendered.text()).toContain("Something went wrong");
  await sqld.start();
  await expect.poll(async () => (await askHealth(siteA)).text).toContain('"status":"ok"');
  expect((await read(`${siteA}/posts/post-number-44`)).status).toBe(200);
  expect((await readers.stop()).failures).toEqual([]);
  await archive.post("2024-06-03-back.md", {
    title: "After the store was back",
    date: "2024-06-03",
  });
  await publishOn(siteB);
  await shows(siteA, "After the store was back");
});

test("the content store goes away after a publish: what was edited is shown as it was, what was deleted isn't", async () => {
  const edited = `${siteA}/posts/post-number-27`;
  const deleted = `${siteA}/posts/post-number-28`;
  for (const url of [edited, deleted]) expect((await read(url)).status).toBe(200);
  await archive.post(fileOf(27), { ...samplePost(27), body: "Edited before it went away." });
  await publishUnseenOn(siteA);
  await sqld.kill();
  const stale = await fetch(edited);
  expect(stale.status).toBe(200);
  expect(stale.headers.get("cache-status")).toMatch(/^masthead; hit; ttl=-?\d+; detail=/);
  expect(await stale.text()).toContain("Post number 27");
  await sqld.start();
  await shows(edited, "Edited before it went away.");
  expect((await fetch(edited)).headers.get("cache-status")).toBeNull();

  await archive.delete(fileOf(28));
  await publishUnseenOn(siteA);
  await sqld.kill();
  const gone = await fetch(deleted);
  expect(gone.status).toBe(503);
  expect(await gone.text()).not.toContain("Post number 28");
  expect(await (await fetch(siteA)).text()).not.toContain("Post number 28<");
  await sqld.start();
  await expect.poll(async () => (await read(deleted)).status).toBe(404);
});

test("one server is frozen while the other publishes, and is right when it wakes", async () => {
  b.freeze();
  await archive.post("2024-06-04-frozen.md", { title: "While B was frozen", date: "2024-06-04" });
  await publishOn(siteA);
  b.thaw();
  await shows(siteB, "While B was frozen");
});

test("a server that is stopped finishes, ends with 0, and is warm when it starts again", async () => {
  const address = `${siteA}/posts/post-number-6`;
  await read(address);
  await expect.poll(async () => (await read(address)).cache).toBe("HIT");
  expect(await a.stop()).toBe(0);
  const stopped = a.output.trim().split("\n").at(-1) ?? "";
  expect(JSON.parse(stopped)).toMatchObject({ event: "stopping", signal: "SIGTERM" });
  await archive.delete(fileOf(60));
  await publishOn(siteB);
  await a.start();
  expect((await read(address)).cache).toBe("HIT");
  expect((await read(`${siteA}/posts/post-number-60`)).status).toBe(404);
  expect((await read(siteA)).html).not.toContain("Post number 60");
});
