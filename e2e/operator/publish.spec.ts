import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { type APIRequestContext, expect, test } from "playwright/test";
import { unusableAliases, usableAliases } from "@/lib/ingest/testing/old-addresses";
import type { RunningServer } from "@/lib/processes/running-server";
import { postUrl } from "@/lib/urls";
import { startSite } from "../start-site";
import { ArchiveFolder } from "./archive-folder";
import { runCommand, runPublish, startWatching } from "./run-publish";
import { SteadyReaders } from "./steady-readers";

/** An editor's day on a running site: whatever happens to files, `npm run publish` shows it, and nobody builds. */

const port = 3105;
const url = `http://localhost:${port}`;
const webhookSecret = "a secret for this story";

test.describe.configure({ mode: "serial" });

const archive = new ArchiveFolder();
const place = { contentDirectory: archive.path, port };
const upstream = mkdtempSync(path.join(tmpdir(), "masthead-upstream-"));

const git = (cwd: string, ...args: string[]) =>
  execFileSync("git", ["-c", "user.name=Editor", "-c", "user.email=editor@example.com", ...args], {
    cwd,
    stdio: "pipe",
  });

let site: RunningServer | undefined;

const startArchive = () =>
  startSite("start", { ...place, environment: { WEBHOOK_SECRET: webhookSecret } });

test.beforeAll(async () => {
  for (let day = 1; day <= 9; day += 1) {
    await archive.post(`2024/2024-05-0${day}-post.md`, {
      title: `Story ${day}`,
      date: `2024-05-0${day}`,
      tags: ["tide"],
    });
  }
  site = await startArchive();
});

test.afterAll(async () => {
  await site?.stop();
  archive.remove();
  rmSync(upstream, { recursive: true, force: true });
});

/** What a reader gets: the status and the text. */
async function read(request: APIRequestContext, address: string) {
  const response = await request.get(url + address, { maxRedirects: 0 });
  return { status: response.status(), text: await response.text(), headers: response.headers() };
}

test("a page that was not there becomes the post, is edited, renamed, drafted, put off and deleted, while others read", async ({
  request,
}) => {
  test.slow();
  const addresses = ["/", "/posts/new-story", "/posts/story-9", "/tags/tide", "/archive/2024/05"];
  const everywhere = ["/", "/tags/tide", "/archive/2024/05", "/archive/2024"];
  expect((await read(request, "/posts/new-story")).status).toBe(404);
  const readers = new SteadyReaders(url, [...addresses, "/tags/fresh", "/posts/renamed-story"]);
  const file = "2024/2024-05-20-new.md";
  const story = { title: "New story", date: "2024-05-20", tags: ["tide", "fresh"] };

  await archive.post(file, { ...story, body: "First words." });
  const output = await runPublish(place);
  expect(output).toContain("/posts/new-story\n");
  expect(output).toContain("/tags/fresh\n");
  expect(await read(request, "/posts/new-story")).toMatchObject({
    status: 200,
    text: expect.stringContaining("First words."),
  });
  for (const address of [...everywhere, "/tags/fresh", "/tags", "/posts/story-9"]) {
    expect((await read(request, address)).text, address).toMatch(/New story|fresh/);
  }

  await archive.post(file, { ...story, body: "Second words." });
  await runPublish(place);
  const edited = await read(request, "/posts/new-story");
  expect(edited.text).toContain("Second words.");
  expect(edited.text).not.toContain("First words.");

  await archive.post(file, { ...story, title: "Renamed story" });
  await runPublish(place);
  const moved = await read(request, "/posts/new-story");
  expect(moved.status).toBe(308);
  expect(moved.headers.location).toMatch(/\/posts\/renamed-story$/);
  expect((await read(request, "/posts/renamed-story")).status).toBe(200);
  for (const address of [...everywhere, "/posts/story-9"]) {
    const { text } = await read(request, address);
    expect(text, address).toContain("Renamed story");
    expect(text, address).not.toContain("New story");
  }

  await archive.write(
    file,
    '---\ntitle: "Renamed story"\ndate: 2024-05-20\ndraft: true\ntags: [tide, fresh]\n---\nText.\n',
  );
  await runPublish(place);
  const expectGone = async () => {
    for (const gone of ["/posts/renamed-story", "/posts/new-story", "/tags/fresh"]) {
      expect((await read(request, gone)).status, gone).toBe(404);
    }
    for (const address of [...everywhere, "/posts/story-9", "/tags"]) {
      const { status, text } = await read(request, address);
      expect(status, address).toBe(200);
      expect(text, address).not.toMatch(/Renamed story|fresh/);
    }
  };
  await expectGone();

  await archive.post(file, { ...story, title: "Renamed story" });
  await runPublish(place);
  expect((await read(request, "/posts/renamed-story")).status).toBe(200);

  await archive.post(file, { ...story, title: "Renamed story", date: "2999-01-01" });
  await runPublish(place);
  await expectGone();

  await archive.delete(file);
  await runPublish(place);
  await expectGone();

  expect(await readers.stop()).toEqual([]);
  expect(readers.reads).toBeGreaterThan(100);
});

test("a mistake in an edit takes nothing down: readers see what was there, and every command says so", async ({
  request,
}) => {
  const file = "2024/2024-05-06-post.md";
  const story = { title: "Story 6", date: "2024-05-06", tags: ["tide"] };
  await archive.write(file, "---\ntitel: Story 6\ndate: 2024-05-06\n---\nEdited.\n");
  for (const command of ["publish", "publish", "content", "check"] as const) {
    const { code, output } = await runCommand(place, command);
    expect(code, output).toBe(1);
    expect(output).toMatch(
      /2024-05-06-post\.md:2:1: error: `title` is missing, but there is `titel`; write `title`; until then readers see the version of \d{4}-\d\d-\d\d \d\d:\d\d UTC\n/,
    );
    expect(output).toMatch(/1 file is NEWER THAN WHAT READERS SEE.*2024-05-06-post\.md/);
    const page = await read(request, "/posts/story-6");
    expect(page).toMatchObject({ status: 200, text: expect.not.stringContaining("Edited.") });
    expect((await read(request, "/tags/tide")).text).toContain("Story 6");
  }
  const health = async () => JSON.parse((await read(request, "/api/health")).text);
  expect(await health()).toMatchObject({ status: "ok", newerThanShown: 1 });

  // Whoever takes the post back by the same edit means it.
  await archive.write(file, "---\ntitel: Story 6\ndate: 2024-05-06\ndraft: true\n---\nEdited.\n");
  await runPublish(place);
  expect((await read(request, "/posts/story-6")).status).toBe(404);
  await archive.post(file, { ...story, body: "Mended." });
  await runPublish(place);
  expect((await read(request, "/posts/story-6")).text).toContain("Mended.");
  expect(await health()).toMatchObject({ newerThanShown: 0 });
});

test("once publish has come back, nobody is shown what was there before", async () => {
  test.slow();
  const addresses = ["/", "/posts/story-9", "/posts/story-8", "/tags/tide", "/archive/2024/05"];
  let published = 0;
  const stale: string[] = [];
  const readers = new SteadyReaders(url, addresses, 8, () => {
    const least = published;
    return (address, text) => {
      const shown = [...text.matchAll(/Edition (\d+)/g)].map(([, number]) => Number(number));
      if (shown.length === 0 && least > 0) stale.push(`${address}: no edition after ${least}`);
      const oldest = Math.min(...shown);
      if (oldest < least) stale.push(`${address}: edition ${oldest} after ${least}`);
    };
  });
  for (let edition = 1; edition <= 8; edition += 1) {
    await archive.write(
      "2024/2024-05-09-post.md",
      `---\ntitle: Edition ${edition}\nslug: story-9\ndate: 2024-05-09\ntags: [tide]\n---\nText.\n`,
    );
    await runPublish(place);
    published = edition;
  }
  expect(await readers.stop()).toEqual([]);
  expect(stale).toEqual([]);
  expect(readers.reads).toBeGreaterThan(100);
  await archive.post("2024/2024-05-09-post.md", {
    title: "Story 9",
    date: "2024-05-09",
    tags: ["tide"],
  });
  await runPublish(place);
});

test("a process beside the site does the work; where it is killed at that, the command does it itself", async ({
  request,
}) => {
  test.slow();
  const findHelpers = () => site?.findProcesses("publish-helper.ts") ?? [];
  await archive.write("kept/first.md", "---\ntitle: First\ndate: 2023-01-01\n---\nText.\n");
  await Promise.all([runPublish(place), runPublish(place), runPublish(place, "--json")]);
  const [helper] = findHelpers();
  expect(findHelpers()).toEqual([helper]);
  expect((await read(request, "/posts/first")).status).toBe(200);

  const body = "Some words and **others**. ".repeat(400);
  for (let number = 1; number <= 600; number += 1) {
    await archive.post(`kept/${number}.md`, { title: `Kept ${number}`, date: "2023-01-02", body });
  }
  const publishing = runCommand(place, "publish");
  await setTimeout(1500);
  if (helper !== undefined) process.kill(helper, "SIGKILL");
  const { code, output } = await publishing;
  expect(code, output).toBe(0);
  for (const number of [1, 300, 600]) {
    expect((await read(request, `/posts/kept-${number}`)).status).toBe(200);
  }

  // The next one who asks gets another one.
  await archive.write("kept/first.md", "---\ntitle: First\ndraft: true\ndate: 2023-01-01\n---\n");
  await runPublish(place);
  expect((await read(request, "/posts/first")).status).toBe(404);
  expect(findHelpers()).toHaveLength(1);
  expect(findHelpers()).not.toEqual([helper]);
  await archive.delete("kept");
  expect((await runCommand(place, "content", "--empty")).code).toBe(0);
});

test("an old address leads to its post where `check` says that it can, and nowhere else", async ({
  request,
}) => {
  test.slow();
  const front = (title: string, more: string) =>
    `---\ntitle: ${title}\ndate: 2022-01-01\n${more}\n---\nText.\n`;
  const aliases = JSON.stringify([...usableAliases, ...unusableAliases]);
  await archive.write("a.md", front("A", "tags: [ tide ]"));
  await archive.write("moved.md", front("Moved", `aliases: ${aliases}`));
  await runPublish(place);
  const misled: string[] = [];
  for (const address of [...usableAliases, ...unusableAliases]) {
    const { status, headers } = await read(request, address);
    const leads = status === 308 && headers.location?.includes(postUrl("moved")) === true;
    if (leads !== usableAliases.some((usable) => usable === address)) {
      misled.push(`${address}: ${status} ${headers.location ?? ""}`);
    }
  }
  expect(misled).toEqual([]);
  await Promise.all([archive.delete("a.md"), archive.delete("moved.md")]);
  await runPublish(place);
});

test("a scheduled post appears at its time, with nobody doing anything", async ({ request }) => {
  const date = new Date(Date.now() + 15_000).toISOString();
  await archive.post("scheduled.md", { title: "On time", date, tags: ["tide"] });
  await runPublish(place);
  const early = await read(request, "/posts/on-time");
  if (Date.now() < Date.parse(date)) expect(early.status).toBe(404);
  await expect
    .poll(async () => (await read(request, "/posts/on-time")).status, { timeout: 40_000 })
    .toBe(200);
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(date));
  for (const address of ["/", "/tags/tide"]) {
    await expect
      .poll(async () => (await read(request, address)).text, { timeout: 10_000 })
      .toContain("On time");
  }
});

test("what changed while the site was down shows after a restart, without a build", async ({
  request,
}) => {
  for (const address of ["/posts/story-3", "/posts/story-4"]) await read(request, address);
  await site?.stop();
  await archive.post("2024/2024-05-03-post.md", {
    title: "Story 3",
    date: "2024-05-03",
    tags: ["tide"],
    body: "Written at night.",
  });
  await archive.delete("2024/2024-05-04-post.md");
  site = await startArchive();
  expect(site.output).not.toContain("next build");
  expect((await read(request, "/posts/story-3")).text).toContain("Written at night.");
  expect((await read(request, "/posts/story-4")).status).toBe(404);
  expect((await read(request, "/tags/tide")).text).not.toContain("Story 4");
  expect((await read(request, "/posts/story-5")).text).not.toContain("Story 4");
});

test("`--watch` publishes what is saved, broken files and bursts between", async ({ request }) => {
  const watching = startWatching(place);
  let output = "";
  watching.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  watching.stderr?.on("data", (chunk) => {
    output += chunk;
  });
  try {
    await expect.poll(() => output, { timeout: 60_000 }).toContain("published in");
    await archive.write("broken.md", "---\ntitle: [\n---\n");
    await expect.poll(() => output, { timeout: 30_000 }).toMatch(/broken\.md:\d+:\d+: error: /);
    for (let number = 1; number <= 200; number += 1) {
      await archive.post(`burst/${number}.md`, {
        title: `Burst ${number}`,
        date: "2024-04-01",
        tags: ["burst"],
      });
    }
    await expect
      .poll(async () => (await read(request, "/tags/burst")).text, { timeout: 60_000 })
      .toMatch(/200/);
    expect((await read(request, "/posts/burst-117")).status).toBe(200);
    await archive.post("burst/1.md", { title: "Burst renamed", date: "2024-04-09" });
    await expect
      .poll(async () => (await read(request, "/posts/burst-1")).status, { timeout: 30_000 })
      .toBe(308);
    // A file that moves is the same post: its former address leads to it, and it is there once.
    output = "";
    await archive.rename("burst/1.md", "moved-1.md");
    await archive.post("burst/2.md", { title: "Burst 2", date: "2024-04-02" });
    await expect.poll(() => output, { timeout: 30_000 }).toContain("/posts/burst-2\n");
    await archive.write("later.md", "---\ntitle: Later\ndate: 2024-04-03\n---\nText.\n");
    await expect
      .poll(async () => (await read(request, "/posts/later")).status, { timeout: 30_000 })
      .toBe(200);
    const former = await read(request, "/posts/burst-1");
    expect(former.status).toBe(308);
    expect(former.headers.location).toMatch(/\/posts\/burst-renamed$/);
    expect((await read(request, "/posts/burst-renamed")).status).toBe(200);
    const { text: month } = await read(request, "/archive/2024/04");
    expect(new Set(month.match(/href="\/posts\/burst-renamed[^"]*"/g)).size).toBe(1);
  } finally {
    await archive.delete("broken.md");
    watching.kill("SIGTERM");
    await once(watching, "exit");
  }
});

test("a push to the content repository is published, and nothing else opens that door", async ({
  request,
}) => {
  git(upstream, "init", "--bare", "--initial-branch=main");
  git(archive.path, "init", "--initial-branch=main");
  git(archive.path, "add", ".");
  git(archive.path, "commit", "-m", "All posts");
  git(archive.path, "push", "--set-upstream", upstream, "main");
  git(archive.path, "remote", "add", "origin", upstream);
  git(archive.path, "fetch", "origin");
  git(archive.path, "branch", "--set-upstream-to=origin/main");
  const desk = mkdtempSync(path.join(tmpdir(), "masthead-desk-"));
  try {
    git(desk, "clone", upstream, ".");
    await writeFile(
      path.join(desk, "pushed.md"),
      "---\ntitle: Pushed story\ndate: 2024-05-21\n---\nFrom afar.\n",
    );
    git(desk, "add", ".");
    git(desk, "commit", "-m", "One more");
    git(desk, "push");
  } finally {
    rmSync(desk, { recursive: true, force: true });
  }

  const payload = (ref: string) => JSON.stringify({ ref, after: "1234" });
  const deliver = (body: string, secret = webhookSecret, event = "push") =>
    request.post(`${url}/api/webhook`, {
      data: body,
      headers: {
        "Content-Type": "application/json",
        "X-GitHub-Event": event,
        "X-Hub-Signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
      },
    });
  expect((await deliver(payload("refs/heads/main"), "guessed")).status()).toBe(401);
  expect((await deliver("{}", webhookSecret, "ping")).status()).toBe(200);
  expect(await (await deliver(payload("refs/heads/other"))).json()).toHaveProperty("ignored");
  expect((await read(request, "/posts/pushed-story")).status).toBe(404);

  expect((await deliver(payload("refs/heads/main"))).status()).toBe(202);
  await expect
    .poll(async () => (await read(request, "/posts/pushed-story")).status, { timeout: 60_000 })
    .toBe(200);
  expect((await read(request, "/")).text).toContain("Pushed story");
  await expect.poll(() => site?.output, { timeout: 30_000 }).toContain("push published");
});
