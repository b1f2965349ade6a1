import { expect, it, vi } from "vitest";
import { createComment } from "@/lib/comments/create-comment";
import { type QueueFilter, readQueue } from "@/lib/comments/store/read-queue";
import {
  createTemporaryService,
  sender,
  type TemporaryService,
} from "@/lib/comments/temporary-service";

async function write(service: TemporaryService, fields: Record<string, string>, who = "a") {
  service.clock.now += 1;
  const given = { post: "open", name: "读者", text: "话", ...fields };
  const created = await createComment(service, given, sender(who));
  if (!created.ok) throw new Error(created.refusal.reason);
  return created.id;
}

const textsOf = async (
  { store }: TemporaryService,
  filter: QueueFilter,
  { page = 1, pageSize = 10 } = {},
) =>
  (await readQueue(store, filter, { page, pageSize })).entries.map(({ comment }) => comment.text);

it("shows what waits in the order in which it came, all else the newest first, page by page", async () => {
  const service = await createTemporaryService({ moderation: "all" });
  for (const text of ["一", "二", "三"]) await write(service, { text });
  expect(await textsOf(service, { status: "held" })).toEqual(["一", "二", "三"]);
  expect(await textsOf(service, {})).toEqual(["三", "二", "一"]);
  expect(await textsOf(service, { status: "held" }, { page: 2, pageSize: 2 })).toEqual(["三"]);
  expect(await textsOf(service, { status: "visible" })).toEqual([]);
  const queue = await readQueue(service.store, { status: "spam" }, { page: 1, pageSize: 2 });
  expect(queue).toMatchObject({
    total: 0,
    pageCount: 1,
    counts: { held: 3, visible: 0, hidden: 0, spam: 0, deleted: 0 },
  });
});

it("finds words in text, name, e-mail, website and the post, and takes signs for what they are", async () => {
  const service = await createTemporaryService();
  await write(service, { text: "港口 100% 开放" });
  await write(service, { text: "二", name: "Lin Hai" });
  await write(service, { text: "三", email: "someone@example.com" });
  await write(service, { text: "四", website: "https://harbour.example/" });
  await write(service, { text: "五", post: "other" }, "b");
  const find = (words: string, postIds: string[] = []) =>
    textsOf(service, { search: { words, postIds } });
  expect(await find("港口")).toEqual(["港口 100% 开放"]);
  expect(await find("lin hai")).toEqual(["二"]);
  expect(await find("someone@")).toEqual(["三"]);
  expect(await find("harbour.")).toEqual(["四"]);
  expect(await find("另一篇", ["other"])).toEqual(["五"]);
  expect(await find("100%")).toEqual(["港口 100% 开放"]);
  expect(await find("%")).toEqual(["港口 100% 开放"]);
  expect(await find("_")).toEqual([]);
  expect(await find("\\")).toEqual([]);
  expect(await textsOf(service, { postId: "other", search: { words: "五", postIds: [] } })).toEqual(
    ["五"],
  );
});

it("says what is answered, how it stands with it, and what else came from there", async () => {
  const service = await createTemporaryService();
  const parent = await write(service, { text: "问题", name: "甲" });
  const answer = await write(service, { text: "回答", parent }, "b");
  await service.store.execute({
    sql: "UPDATE comments SET status = 'hidden' WHERE id = ?",
    args: [parent],
  });
  await service.store.execute(
    "INSERT INTO blocks SELECT 'address', address_hash, 0 FROM comments WHERE text = '问题'",
  );
  await service.store.execute("INSERT INTO closed_threads VALUES ('open', 0)");
  const { entries } = await readQueue(service.store, {}, { page: 1, pageSize: 10 });
  expect(entries).toMatchObject([
    {
      comment: { id: answer },
      parent: { id: parent, name: "甲", text: "问题", status: "hidden" },
      answers: 0,
      ofWriter: { all: 1, visible: 1 },
      addressIsBlocked: false,
      threadIsClosed: true,
    },
    {
      comment: { id: parent },
      answers: 1,
      ofWriter: { all: 1, visible: 0 },
      addressIsBlocked: true,
    },
  ]);
});

it("counts what one writer has written, and what answers a comment, no further than it matters", async () => {
  const service = await createTemporaryService();
  const id = await write(service, { text: "问题" });
  await service.store.execute({
    sql: `WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 300)
      INSERT INTO comments (id, post_id, parent_id, root_id, path, depth, status, name, text, text_hash, created_at, writer_hash)
      SELECT 'z' || n, post_id, id, root_id, path || '.z' || n, 1, 'visible', name, text, text_hash, created_at, writer_hash
      FROM comments, number WHERE id = ?`,
    args: [id],
  });
  const { entries, total } = await readQueue(
    service.store,
    { search: { words: "问题", postIds: [] } },
    { page: 31, pageSize: 10 },
  );
  expect(total).toBe(301);
  expect(entries).toMatchObject([
    { comment: { id }, answers: 101, ofWriter: { all: 101, visible: 101 } },
  ]);
});

it.each<[string, QueueFilter]>([
  ["all", {}],
  ["what waits", { status: "held" }],
  ["those of a post", { postId: "open" }],
  ["those of a post that are spam", { postId: "open", status: "spam" }],
])("finds %s by an index, and sorts nothing but the page", async (_, filter) => {
  const { store } = await createTemporaryService();
  const batch = vi.spyOn(store, "batch");
  await readQueue(store, filter, { page: 2, pageSize: 10 });
  const statement = batch.mock.calls[0]?.[0][1];
  if (typeof statement !== "object" || !("sql" in statement)) throw new Error("no statement");
  const { rows } = await store.execute({
    ...statement,
    sql: `EXPLAIN QUERY PLAN ${statement.sql}`,
  });
  const steps = rows.map(({ detail }) => String(detail));
  const sorted = steps.findIndex((step) => step.includes("TEMP B-TREE"));
  // The last step: the page alone is put into order again.
  expect([-1, steps.length - 1]).toContain(sorted);
  expect(
    steps.filter(
      (step) => /^SCAN (?!page|CONSTANT|\(subquery)/.test(step) && !step.includes("INDEX"),
    ),
  ).toEqual(filter.status || filter.postId ? [] : ["SCAN c"]);
});
