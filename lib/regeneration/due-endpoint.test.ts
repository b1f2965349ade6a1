import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { openContentStore } from "@/lib/queries/content-store";
import { knownState } from "@/lib/regeneration/known-state";
import { openContentDatabaseForWriting } from "@/lib/store/content-database";
import { addPosts, postRecord } from "@/lib/store/temporary-store";

vi.mock("next/cache", () => ({
  revalidateTag: (tag: string) => revalidated.push(tag),
}));

const revalidated: string[] = [];
const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
const yesterday = new Date(Date.now() - 86_400_000).toISOString();

beforeEach(() => {
  revalidated.length = 0;
});

/** A site of this environment, whose store has one post that is due at a time and was not when it was brought in. */
async function startSite(due: string, variables: Record<string, string> = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "due-endpoint-test-"));
  const url = `file:${folder}/content.db`;
  const client = await openContentDatabaseForWriting({ url });
  await addPosts(client, [postRecord("soon", { day: "2100-01-01" })]);
  await client.execute({ sql: "UPDATE posts SET date = ?", args: [Date.parse(due)] });
  const environment = { CONTENT_DATABASE_URL: url, CRON_SECRET: "cron", ...variables };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.resetModules();
  const { answerDue } = await import("@/lib/regeneration/due-endpoint");
  onTestFinished(() => {
    vi.unstubAllEnvs();
    client.close();
    openContentStore.value?.client.close();
    openContentStore.value = undefined;
    knownState.value = undefined;
    rmSync(folder, { recursive: true });
  });
  const ask = async (secret = "cron") => {
    const headers = { authorization: `Bearer ${secret}` };
    const response = await answerDue(new Request("https://news.example/api/due", { headers }));
    return { status: response.status, body: await response.json() };
  };
  return { ask, client };
}

/** A platform's deploy hook. */
async function startHook(status: number) {
  const calls: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    calls.push(request.method);
    response.statusCode = status;
    response.end();
  }).listen(0);
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return { calls, DEPLOY_HOOK_URL: `http://127.0.0.1:${port}/secret-hook` };
}

it("opens to the scheduler's secret alone", async () => {
  const { ask } = await startSite(tomorrow);
  expect((await ask("guess")).status).toBe(401);
  expect((await ask()).status).toBe(200);
  const closed = await startSite(tomorrow, { CRON_SECRET: "", REVALIDATE_SECRET: "" });
  expect((await closed.ask("")).status).toBe(403);
});

it("publishes what is due where the store can be written, and refreshes its pages", async () => {
  const { ask, client } = await startSite(yesterday, { VERCEL: "" });
  const { status, body } = await ask();
  expect(status).toBe(200);
  expect(revalidated).toContain("post:soon");
  expect(revalidated).not.toContain("everything");
  expect(body.revalidated.map(({ tag }: { tag: string }) => tag)).toContain("post:soon");
  const { rows } = await client.execute("SELECT public FROM posts");
  expect(rows[0]?.public).toBe(1);
  revalidated.length = 0;
  expect(await ask()).toMatchObject({ status: 200, body: { revalidated: [] } });
  expect(revalidated).toEqual([]);
});

it("asks for a deployment where the store is shipped inside the site, and only when a post is due", async () => {
  const hook = await startHook(201);
  const early = await startSite(tomorrow, { VERCEL: "1", DEPLOY_HOOK_URL: hook.DEPLOY_HOOK_URL });
  expect(await early.ask()).toEqual({ status: 200, body: { revalidated: [], due: tomorrow } });
  expect(hook.calls).toEqual([]);
  const late = await startSite(yesterday, { VERCEL: "1", DEPLOY_HOOK_URL: hook.DEPLOY_HOOK_URL });
  expect((await late.ask()).status).toBe(202);
  expect(hook.calls).toEqual(["POST"]);
});

it("says what is missing where no deployment can be asked for, and keeps the hook to itself", async () => {
  const without = await startSite(yesterday, { VERCEL: "1" });
  const { status, body } = await without.ask();
  expect(status).toBe(409);
  expect(body.error).toContain("DEPLOY_HOOK_URL");
  const broken = await startHook(404);
  const site = await startSite(yesterday, { VERCEL: "1", DEPLOY_HOOK_URL: broken.DEPLOY_HOOK_URL });
  const refused = await site.ask();
  expect(refused.status).toBe(502);
  expect(refused.body.error).not.toContain("secret-hook");
});
