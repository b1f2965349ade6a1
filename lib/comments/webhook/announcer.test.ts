import { once } from "node:events";
import { createServer } from "node:http";
import { expect, it, onTestFinished, vi } from "vitest";
import { createComment } from "@/lib/comments/create-comment";
import { moderate } from "@/lib/comments/moderation/moderate";
import {
  createTemporaryModeration,
  type TemporaryModeration,
} from "@/lib/comments/moderation/temporary-moderation";
import { editOwnComment } from "@/lib/comments/own-comments";
import { noticeWaits } from "@/lib/comments/store/outbox";
import { SubmissionQueue } from "@/lib/comments/submission-queue";
import { sender } from "@/lib/comments/temporary-service";
import { Announcer } from "@/lib/comments/webhook/announcer";
import { signNotice } from "@/lib/comments/webhook/send-notice";
import type { CommentSettings } from "@/lib/site/comment-settings";

const secret = "a shared secret";

interface Received {
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A receiver that answers with what `statuses` says, and 200 from then on. */
async function createReceiver(statuses: number[] = []) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(statuses.shift() ?? 200, { location: "/elsewhere" }).end("thanks");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}/hook`, received };
}

async function createAnnounced(url: string, given: Partial<CommentSettings> = {}) {
  const service = await createTemporaryModeration(given);
  const { store, findThreadPost, now, settings } = service;
  const announcer = new Announcer({
    store,
    findThreadPost,
    now,
    siteUrl: "https://site.example",
    webhook: { url, secret },
  });
  // `deliver` is called by hand, so that each test sees what came of it.
  const announced = vi.fn();
  const queue = new SubmissionQueue(store, settings, true);
  return { ...service, queue, announced, announcer };
}

async function write(service: TemporaryModeration, text = "一句话"): Promise<string> {
  const fields = {
    post: "open",
    name: "读者",
    text,
    email: "private@example.com",
    website: "https://reader.example/",
  };
  const created = await createComment(service, fields, sender("a"));
  if (!created.ok) throw new Error(created.refusal.reason);
  return created.id;
}

const countWaiting = async ({ store }: TemporaryModeration) =>
  (await store.execute("SELECT id FROM outbox")).rows.length;

it("tells once what was posted and what was let through, signed, and nothing that is private", async () => {
  const { url, received } = await createReceiver();
  const service = await createAnnounced(url, { moderation: "all" });
  const id = await write(service);
  expect(service.announced).toHaveBeenCalledTimes(1);
  await service.announcer.deliver();
  await moderate(service, { actor: "a" }, { act: "approve", seen: [{ id, version: 1 }] });
  expect(service.announced).toHaveBeenCalledTimes(2);
  await Promise.all([service.announcer.deliver(), service.announcer.deliver()]);
  await service.announcer.deliver();

  expect(received.map(({ body }) => JSON.parse(body))).toEqual([
    {
      event: "comment.held",
      at: new Date(service.now()).toISOString(),
      comment: {
        id,
        postId: "open",
        status: "held",
        name: "读者",
        website: "https://reader.example/",
        text: "一句话",
        createdAt: new Date(service.now()).toISOString(),
      },
      post: { id: "open", title: "开放的文章", url: "https://site.example/posts/open-post" },
      moderationUrl: "https://site.example/admin/comments",
    },
    expect.objectContaining({
      event: "comment.visible",
      comment: expect.objectContaining({ url: `https://site.example/comments/${id}` }),
    }),
  ]);
  for (const { headers, body } of received) {
    const timestamp = String(headers["x-masthead-timestamp"]);
    expect(headers["x-masthead-signature"]).toBe(`sha256=${signNotice(secret, timestamp, body)}`);
    expect(body).not.toMatch(/private@|addressHash|writerHash/);
  }
  const deliveries = received.map(({ headers }) => headers["x-masthead-delivery"]);
  expect(new Set(deliveries).size).toBe(2);
  expect(await countWaiting(service)).toBe(0);
});

it("tries again a few times, later and later, and then gives up", async () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  onTestFinished(() => said.mockRestore());
  const { url, received } = await createReceiver([500, 302, 404, 500, 503]);
  const service = await createAnnounced(url);
  await write(service);
  await service.announcer.deliver();
  for (const wait of noticeWaits) {
    service.clock.now += wait - 1;
    const before = received.length;
    await service.announcer.deliver();
    expect(received).toHaveLength(before);
    service.clock.now += 1;
    await service.announcer.deliver();
    expect(received).toHaveLength(before + 1);
  }
  expect(await countWaiting(service)).toBe(0);
  expect(said.mock.lastCall?.[0]).toMatch(/COMMENTS_WEBHOOK_URL.*status 503.*given up/);
  expect(new Set(received.map(({ headers }) => headers["x-masthead-delivery"])).size).toBe(1);
});

it("a receiver that isn't there harms no comment, and is told later", async () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  onTestFinished(() => said.mockRestore());
  const service = await createAnnounced("http://127.0.0.1:1/hook");
  await write(service);
  await service.announcer.deliver();
  expect(await countWaiting(service)).toBe(1);
  const { url, received } = await createReceiver();
  const next = new Announcer({ ...service, siteUrl: "https://site.example", webhook: { url } });
  service.clock.now += noticeWaits[0] ?? 0;
  await next.deliver();
  expect(received).toHaveLength(1);
  expect(received[0]?.headers["x-masthead-signature"]).toBeUndefined();
});

it("says nothing of what was deleted before it could be told", async () => {
  const { url, received } = await createReceiver();
  const service = await createAnnounced(url);
  const id = await write(service);
  await moderate(service, { actor: "a" }, { act: "delete", seen: [{ id, version: 1 }] });
  await service.announcer.deliver();
  expect(received).toEqual([]);
  expect(await countWaiting(service)).toBe(0);
});

it("tells of what has to wait because it was changed", async () => {
  const { url, received } = await createReceiver();
  const service = await createAnnounced(url);
  await service.store.execute("INSERT INTO blocks VALUES ('word', 'casino', 0)");
  const id = await write(service);
  const edit = (version: number, text: string) =>
    editOwnComment(service, { id, version: String(version), text }, sender("a"));
  await edit(1, "好的话");
  expect(service.announced).toHaveBeenCalledTimes(1);
  await edit(1, "casino 旧的一版");
  await edit(2, "casino");
  expect(service.announced).toHaveBeenCalledTimes(2);
  await service.announcer.deliver();
  // What it is by now is told, also by the notice of its appearance.
  expect(received.map(({ body }) => JSON.parse(body).event)).toEqual([
    "comment.visible",
    "comment.held",
  ]);
});

it("looks again after the store has failed", async () => {
  const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  onTestFinished(() => {
    said.mockRestore();
    vi.useRealTimers();
  });
  const { url, received } = await createReceiver();
  const service = await createAnnounced(url);
  await write(service);
  vi.spyOn(service.store, "execute").mockRejectedValueOnce(new Error("away"));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await service.announcer.deliver();
  expect(received).toEqual([]);
  vi.advanceTimersByTime(60_000);
  vi.useRealTimers();
  await expect.poll(() => received.length).toBe(1);
});

it("looks again if it is asked to while it looks when to look again", async () => {
  const { url, received } = await createReceiver();
  const service = await createAnnounced(url);
  const execute = service.store.execute.bind(service.store);
  vi.spyOn(service.store, "execute").mockImplementation(async (statement) => {
    const isLast = typeof statement === "string" && statement.includes("min(next_at)");
    if (isLast && received.length === 0) {
      await write(service);
      void service.announcer.deliver();
    }
    return execute(statement);
  });
  await service.announcer.deliver();
  expect(received).toHaveLength(1);
});
