import type { Client } from "@libsql/client";
import { expect, it } from "vitest";
import { createComment } from "@/lib/comments/create-comment";
import { moderate } from "@/lib/comments/moderation/moderate";
import { createTemporaryModeration } from "@/lib/comments/moderation/temporary-moderation";
import { createWordBlock } from "@/lib/comments/store/blocks";
import { eraseComments, findErasable } from "@/lib/comments/store/erase-comments";
import { findComment } from "@/lib/comments/store/read-comments";
import { readThreadPage } from "@/lib/comments/store/read-threads";
import { createTemporaryComments } from "@/lib/comments/store/temporary-comments";
import { insertSurroundings } from "@/lib/comments/store/transfer-comments";
import { sender } from "@/lib/comments/temporary-service";
import type { ArchivedComment, CommentArchive } from "@/lib/comments/transfer/comment-archive";
import { exportComments } from "@/lib/comments/transfer/export-comments";
import {
  type FindThreadPostId,
  findThreadPostId,
} from "@/lib/comments/transfer/find-thread-post-id";
import {
  foreseeIncoming,
  planImport,
  storeIncoming,
} from "@/lib/comments/transfer/import-comments";
import { readPortable } from "@/lib/comments/transfer/import-portable";

const order = { order: "oldest", pageSize: 50 } as const;

async function exportAll(client: Client): Promise<unknown> {
  let text = "";
  for await (const piece of exportComments(client, 0)) text += piece;
  return JSON.parse(text);
}

async function importAll(client: Client, json: unknown) {
  const { incoming, surroundings, skipped } = readPortable(json, "export.json");
  const imported = await storeIncoming(client, incoming);
  await insertSurroundings(client, surroundings);
  return { ...imported, skipped };
}

const dump = async (client: Client) => {
  const tables = ["comments", "closed_threads", "blocks"];
  const rows = await Promise.all(
    tables.map(async (table) => (await client.execute(`SELECT * FROM ${table}`)).rows),
  );
  const log = await client.execute("SELECT at, actor, action, comment_id, detail FROM audit_log");
  return [...rows, log.rows].map((list) => list.map((row) => ({ ...row })));
};

/** A database with something of everything. */
async function createFull() {
  const service = await createTemporaryModeration();
  const write = async (fields: Record<string, string>, who = "a") => {
    service.clock.now += 1000;
    const given = {
      post: "open",
      name: "读者",
      text: "话",
      key: `0123456789abcdef-${service.clock.now}`,
    };
    const created = await createComment(service, { ...given, ...fields }, sender(who));
    if (!created.ok) throw new Error(created.refusal.reason);
    return created.id;
  };
  const root = await write({ text: "一\n> 引", email: "A@example.com", website: "example.com" });
  const answer = await write({ text: "二", parent: root }, "b");
  const deep = await write({ text: "三", parent: answer }, "c");
  const other = await write({ text: "四", post: "other" }, "d");
  const gone = await write({ text: "五", email: "a@example.com" }, "e");
  const act = (name: "hide" | "delete" | "close" | "block", id: string, version = 1) =>
    moderate(service, { actor: "林海" }, { act: name, seen: [{ id, version }] });
  await act("hide", answer);
  await act("delete", gone);
  await act("close", other);
  await act("block", other);
  await createWordBlock(service.store, "viagra", "林海", service.now());
  return { ...service, root, answer, deep, gone };
}

it("what is exported and brought into an empty database is the same, and a second time changes nothing", async () => {
  const { store } = await createFull();
  const json = await exportAll(store);
  const other = await createTemporaryComments();
  expect(await importAll(other, json)).toMatchObject({ stored: 5, known: 0, skipped: [] });
  expect(await dump(other)).toEqual(await dump(store));
  expect(await exportAll(other)).toEqual(json);
  expect(await importAll(other, json)).toMatchObject({ stored: 0, known: 5, postIds: [] });
  expect(await dump(other)).toEqual(await dump(store));
});

it("entries that are wrong are left out and named, whatever they hold", async () => {
  const { store, root } = await createFull();
  const json = await exportAll(store);
  const file = json as { comments: Record<string, unknown>[] };
  const [first] = file.comments;
  const bad = [
    { website: "javascript:alert(1)" },
    { id: "../../x" },
    { status: "approved" },
    { createdAt: "yesterday" },
    { extra: 1 },
    { text: undefined },
  ].map((change) => ({ ...first, ...change }));
  const { incoming, skipped } = readPortable(
    { ...file, comments: [...bad, null, first] },
    "export.json",
  );
  expect(incoming.map(({ id }) => id)).toEqual([root]);
  expect(skipped.map(({ place }) => place)).toEqual(
    [0, 1, 2, 3, 4, 5, 6].map((index) => `export.json: comments[${index}]`),
  );
  expect(skipped[0]?.reason).toBe("website: is no address of the web");
  expect(() => readPortable({ ...file, version: 2 }, "export.json")).toThrow(
    "export.json: error: version: is not 1, the version that this site can read",
  );
});

const finder: FindThreadPostId = async (trace) => {
  if ("id" in trace) return trace.id === "open" ? trace.id : undefined;
  return "address" in trace && trace.address === "/old/harbour/" ? "other" : undefined;
};

const thread = { key: "t", ids: [], addresses: ["https://a.example/old/harbour/"] };

const foreign = (key: string, given: Partial<ArchivedComment> = {}): ArchivedComment => ({
  key: `disqus:${key}`,
  thread,
  place: `a.xml:${key}`,
  status: "visible",
  name: `读者 ${key}`,
  writer: key,
  text: `话 ${key}`,
  createdAt: Date.parse("2015-01-01T00:00:00Z"),
  ...given,
});

const archive = (...comments: ArchivedComment[]): CommentArchive => ({
  source: "disqus",
  comments,
  skipped: [],
});

it("comments from elsewhere stand as they stood, once, and nobody can change them", async () => {
  const store = await createTemporaryComments();
  const given = archive(
    foreign("3", { parentKey: "disqus:2" }),
    foreign("1"),
    foreign("2", { parentKey: "disqus:1", status: "deleted", email: "a@example.com" }),
    foreign("4", { status: "spam" }),
  );
  const plan = await planImport(store, given, finder);
  expect(await foreseeIncoming(store, plan.incoming)).toMatchObject({ stored: 4, known: 0 });
  expect(await storeIncoming(store, plan.incoming)).toEqual({
    stored: 4,
    known: 0,
    postIds: ["other"],
  });
  const page = await readThreadPage(store, "other", 1, order);
  expect(page?.comments.map(({ depth, content }) => [depth, content?.text])).toEqual([
    [0, "话 1"],
    [1, undefined],
    [2, "话 3"],
  ]);
  const { rows } = await store.execute("SELECT email, writer_hash, status FROM comments");
  expect(rows.every(({ email }) => email === null)).toBe(true);
  expect(rows.every(({ writer_hash, status }) => writer_hash !== "" || status === "deleted")).toBe(
    true,
  );
  const again = await planImport(store, archive(...given.comments, foreign("5")), finder);
  expect(await foreseeIncoming(store, again.incoming)).toMatchObject({ stored: 1, known: 4 });
  expect(await storeIncoming(store, again.incoming)).toMatchObject({ stored: 1, known: 4 });
});

it("what can't be brought in is named, and what it answered is said where that is missing", async () => {
  const store = await createTemporaryComments();
  const plan = await planImport(
    store,
    archive(
      foreign("1", { thread: { key: "u", ids: ["nothing"], addresses: [], title: "没有" } }),
      foreign("2", { text: "\u200b \n" }),
      foreign("3", { parentKey: "disqus:2" }),
      foreign("4", { parentKey: "disqus:5" }),
      foreign("5", { parentKey: "disqus:4" }),
    ),
    finder,
  );
  expect(plan.skipped).toEqual([
    { place: "a.xml:4", reason: "it answers an answer to itself" },
    { place: "a.xml:5", reason: "it answers an answer to itself" },
    { place: "a.xml:1", reason: "no post is known for its thread (nothing)" },
    { place: "a.xml:2", reason: "it has no text" },
  ]);
  expect(plan.uprooted).toEqual([
    { place: "a.xml:3", reason: "it answers disqus:2, which is not here" },
  ]);
  expect(plan.incoming.map(({ text, parentId }) => [text, parentId])).toEqual([
    ["话 3", undefined],
  ]);
});

it("nothing that can't be shown comes in, and no address but the web's", async () => {
  const store = await createTemporaryComments();
  const { incoming } = await planImport(
    store,
    archive(
      foreign("1", {
        name: "\u202eevil\u0000",
        text: `a${"\u0301\u0322\u0333".repeat(9)}\u202e\u0007b`,
        website: "javascript:alert(1)",
      }),
    ),
    finder,
  );
  expect(incoming).toMatchObject([{ name: "evil", text: "á\u0322\u0322\u0322b" }]);
  expect(incoming[0]?.website).toBeUndefined();
});

it("a thread finds its post by id, then by any address of today or before, then by its title", async () => {
  const asked: string[] = [];
  const find: FindThreadPostId = async (trace) => {
    asked.push("id" in trace ? `id ${trace.id}` : "address" in trace ? trace.address : trace.title);
    return "title" in trace ? "found" : undefined;
  };
  const found = await findThreadPostId(
    {
      key: "t",
      ids: ["a b", "c"],
      addresses: [
        "posts/harbour",
        "https://x.example/?p=12",
        "https://x.example/",
        "/a/%E6%B8%AF?b=1",
        "http://[",
      ],
      title: "题",
    },
    find,
  );
  expect(found).toBe("found");
  expect(asked).toEqual([
    "id a b",
    "id c",
    "/posts/harbour",
    "/?p=12",
    "/a/%E6%B8%AF?b=1",
    "/a/%E6%B8%AF",
    "题",
  ]);
});

it("erasing takes words, writer and address, leaves the answers, and no import brings it back", async () => {
  const { store, root, answer, deep, gone } = await createFull();
  const json = await exportAll(store);
  const found = await findErasable(store, { email: "a@EXAMPLE.com" });
  // The one that its writer deleted has lost its e-mail, so it can't be found by it.
  expect(found.map(({ id }) => id)).toEqual([root]);
  await eraseComments(store, [root], 7);
  const { rows } = await store.execute({
    sql: "SELECT name, email, website, text, writer_hash, address_hash, status FROM comments WHERE id = ?",
    args: [root],
  });
  expect(rows).toEqual([
    {
      name: "",
      email: null,
      website: null,
      text: "",
      writer_hash: "",
      address_hash: null,
      status: "deleted",
    },
  ]);
  const page = await readThreadPage(store, "open", 1, order);
  expect(page?.comments.map(({ id }) => id)).toEqual([root, answer, deep]);
  await importAll(store, json);
  expect(await findComment(store, root)).toMatchObject({ status: "deleted", text: "" });
  const all = await store.execute(
    "SELECT address_hash FROM comments WHERE address_hash IS NOT NULL",
  );
  const addressHashes = all.rows.map(({ address_hash }) => String(address_hash));
  const ofAddress = await findErasable(store, { addressHashes });
  expect(ofAddress.map(({ id }) => id)).toContain(gone);
  const log = await store.execute("SELECT actor, comment_id FROM audit_log WHERE action = 'erase'");
  expect(log.rows).toEqual([{ actor: "npm run comments", comment_id: root }]);
});
