import { expect, it } from "vitest";
import { createComment } from "@/lib/comments/create-comment";
import { moderate } from "@/lib/comments/moderation/moderate";
import {
  createTemporaryModeration,
  type TemporaryModeration,
} from "@/lib/comments/moderation/temporary-moderation";
import { readAuditLog } from "@/lib/comments/store/audit-log";
import { readBlocks } from "@/lib/comments/store/blocks";
import { findComment } from "@/lib/comments/store/read-comments";
import { readThreadPage } from "@/lib/comments/store/read-threads";
import { sender } from "@/lib/comments/temporary-service";
import type { CommentAct } from "@/lib/discussion/acts";
import type { CommentStatus } from "@/lib/discussion/comment";

const moderator = { actor: "林海" };

async function write(
  service: TemporaryModeration,
  { who = "a", post = "open", text = "话", parent = "" } = {},
): Promise<string> {
  service.clock.now += 1;
  const fields = { post, parent, name: `读者 ${who}`, text, email: "reader@example.com" };
  const created = await createComment(service, fields, sender(who));
  if (!created.ok) throw new Error(created.refusal.reason);
  return created.id;
}

/** Does something with comments as they are at this moment. */
async function act(service: TemporaryModeration, name: CommentAct, ...ids: string[]) {
  const seen = await Promise.all(
    ids.map(async (id) => ({ id, version: (await findComment(service.store, id))?.version ?? 1 })),
  );
  return moderate(service, moderator, { act: name, seen });
}

const statusOf = async ({ store }: TemporaryModeration, id: string) =>
  (await findComment(store, id))?.status;

it.each<[CommentAct, CommentStatus]>([
  ["approve", "visible"],
  ["hide", "hidden"],
  ["spam", "spam"],
  ["delete", "deleted"],
])("%s sets all chosen ones to %s, with a line for each", async (name, status) => {
  const service = await createTemporaryModeration({ moderation: "all" });
  const ids = [await write(service), await write(service, { who: "b" })];
  expect(await act(service, name, ...ids)).toEqual({ act: name, changed: 2, unchanged: 0 });
  for (const id of ids) expect(await statusOf(service, id)).toBe(status);
  const { lines } = await readAuditLog(service.store, { page: 1, pageSize: 10 });
  expect(lines).toMatchObject(
    ids.toReversed().map((commentId) => ({
      actor: "林海",
      action: name,
      commentId,
      detail: "held",
      at: new Date(service.now()).toISOString(),
    })),
  );
});

it("pages are refreshed where readers see something else, once each", async () => {
  const service = await createTemporaryModeration({ moderation: "all" });
  const [a, b, c] = [
    await write(service),
    await write(service, { who: "b" }),
    await write(service, { post: "other" }),
  ];
  await act(service, "hide", c);
  expect(service.changed).toEqual([]);
  await act(service, "approve", a, b, c);
  expect(service.changed.toSorted()).toEqual(["open", "other"]);
  await act(service, "delete", a);
  expect(service.changed.toSorted()).toEqual(["open", "open", "other"]);
});

it("nothing is done twice, and nothing to what was changed since it was seen", async () => {
  const service = await createTemporaryModeration({ moderation: "all" });
  const id = await write(service);
  const seen = [{ id, version: 1 }];
  await service.store.execute("UPDATE comments SET text = '换了', version = 2");
  expect(await moderate(service, moderator, { act: "approve", seen })).toMatchObject({
    changed: 0,
    unchanged: 1,
  });
  expect(await statusOf(service, id)).toBe("held");
  await act(service, "approve", id);
  expect(await act(service, "approve", id)).toMatchObject({ changed: 0, unchanged: 1 });
  const { lines } = await readAuditLog(service.store, { page: 1, pageSize: 10 });
  expect(lines).toHaveLength(1);
});

it("of two moderators at once one decides", async () => {
  const service = await createTemporaryModeration({ moderation: "all" });
  const id = await write(service);
  const both = await Promise.all([act(service, "approve", id), act(service, "spam", id)]);
  expect(both.map(({ changed }) => changed).toSorted()).toEqual([0, 1]);
});

it("what is deleted is gone for good, and answers to it stay", async () => {
  const service = await createTemporaryModeration();
  const parent = await write(service, { text: "要删的话" });
  const answer = await write(service, { who: "b", parent, text: "回答" });
  await act(service, "delete", parent);
  expect(await findComment(service.store, parent)).toMatchObject({ name: "", text: "" });
  expect((await findComment(service.store, parent))?.email).toBeUndefined();
  expect(await act(service, "approve", parent)).toMatchObject({ changed: 0 });
  const thread = await readThreadPage(service.store, "open", 1, service.settings);
  expect(thread?.comments.map(({ id, content }) => [id, content?.text])).toEqual([
    [parent, undefined],
    [answer, "回答"],
  ]);
});

it("a blocked address posts nothing more, and others do", async () => {
  const service = await createTemporaryModeration();
  const id = await write(service);
  expect(await act(service, "block", id)).toEqual({ act: "block", changed: 1, unchanged: 0 });
  expect(await act(service, "block", id)).toMatchObject({ changed: 0, unchanged: 1 });
  expect(await readBlocks(service.store)).toMatchObject([{ kind: "address" }]);
  await expect(write(service, { text: "再来" })).rejects.toThrow("blocked");
  await write(service, { who: "b" });
});

it("a closed thread takes nothing more until it is opened again", async () => {
  const service = await createTemporaryModeration();
  const id = await write(service);
  service.changed.length = 0;
  expect(await act(service, "close", id)).toMatchObject({ changed: 1 });
  expect(await act(service, "close", id)).toMatchObject({ changed: 0 });
  await expect(write(service, { text: "再来" })).rejects.toThrow("closed");
  expect(await act(service, "open", id)).toMatchObject({ changed: 1 });
  await write(service, { text: "又能说了" });
  expect(service.changed).toEqual(["open", "open", "open"]);
  const { lines } = await readAuditLog(service.store, { page: 1, pageSize: 10 });
  expect(lines.map(({ action, detail }) => [action, detail])).toEqual([
    ["open-thread", "open"],
    ["close-thread", "open"],
  ]);
});
