import type { Client } from "@libsql/client";
import { describe, expect, it } from "vitest";
import { deleteComment, editComment } from "@/lib/comments/store/change-comments";
import { findComment } from "@/lib/comments/store/read-comments";
import {
  countVisibleComments,
  findCommentPlace,
  readThreadPage,
} from "@/lib/comments/store/read-threads";
import {
  type AcceptedSubmission,
  insertSubmissions,
  readSubmissionFacts,
} from "@/lib/comments/store/submissions";
import { createTemporaryComments } from "@/lib/comments/store/temporary-comments";
import { setStatus } from "@/lib/comments/testing/set-status";
import { createCommentId } from "@/lib/discussion/comment-id";

const start = Date.parse("2024-05-01T00:00:00Z");

const unlimited = {
  address: { count: 1000, since: start - 1 },
  thread: { count: 1000, since: start - 1 },
};

let serial = 0;

function submission(given: Partial<AcceptedSubmission> = {}): AcceptedSubmission {
  serial += 1;
  const createdAt = given.createdAt ?? start + serial;
  return {
    id: createCommentId(createdAt),
    postId: "post",
    name: "Reader",
    text: `Text ${serial}`,
    textHash: `hash-${serial}`,
    writerHash: `writer-${serial}`,
    writerIsNew: false,
    addressHashes: [`9.address-${serial}`],
    createdAt,
    status: "visible",
    ...given,
  };
}

async function store(client: Client, given: Partial<AcceptedSubmission> = {}): Promise<string> {
  const one = submission(given);
  expect(await insertSubmissions(client, [one], unlimited)).toEqual([true]);
  return one.id;
}

const order = { order: "oldest", pageSize: 50 } as const;

const idsOf = async (
  client: Client,
  postId = "post",
  asked: Parameters<typeof readThreadPage>[3] = order,
) => (await readThreadPage(client, postId, 1, asked))?.comments.map(({ id }) => id);

describe("a submission", () => {
  it("is stored once, however often it is handed in", async () => {
    const client = await createTemporaryComments();
    const one = submission({ idempotencyKey: "k" });
    const again = { ...one, id: createCommentId(start + 999_999_999), textHash: "other" };
    expect(await insertSubmissions(client, [one, again], unlimited)).toEqual([true, false]);
    expect(
      await insertSubmissions(
        client,
        [one].map((s) => ({ ...s, id: createCommentId(start) })),
        unlimited,
      ),
    ).toEqual([false]);
    expect(await idsOf(client)).toEqual([one.id]);
    const [facts] = await readSubmissionFacts(client, [again], unlimited);
    expect(facts?.existing).toEqual({ id: one.id, status: "visible", textHash: one.textHash });
  });

  it("answers only what is visible, in its own thread", async () => {
    const client = await createTemporaryComments();
    const held = await store(client, { status: "held" });
    const elsewhere = await store(client, { postId: "other" });
    const tries = [held, elsewhere, createCommentId(start)].map((parentId) =>
      submission({ parentId }),
    );
    expect(await insertSubmissions(client, tries, unlimited)).toEqual([false, false, false]);
    const facts = await readSubmissionFacts(client, tries, unlimited);
    expect(facts.map(({ parentIsVisible }) => parentIsVisible)).toEqual([false, false, false]);
  });

  it("is kept out by a closed thread, a blocked address and full limits", async () => {
    const client = await createTemporaryComments();
    await client.batch(
      [
        "INSERT INTO closed_threads VALUES ('closed', 1)",
        "INSERT INTO blocks VALUES ('address', '8.old', 1)",
      ],
      "write",
    );
    await store(client, { addressHashes: ["9.busy", "8.busy"] });
    const limits = { ...unlimited, address: { count: 1, since: start - 1 } };
    const tries = [
      submission({ postId: "closed" }),
      submission({ addressHashes: ["9.new", "8.old"] }),
      submission({ addressHashes: ["10.busy", "9.busy"] }),
      submission(),
    ];
    expect(await insertSubmissions(client, tries, limits)).toEqual([false, false, false, true]);
    const facts = await readSubmissionFacts(client, tries, limits);
    expect(facts.map(({ threadIsClosed }) => threadIsClosed)).toEqual([true, false, false, false]);
    expect(facts.map(({ addressIsBlocked }) => addressIsBlocked)).toEqual([
      false,
      true,
      false,
      false,
    ]);
    expect(facts.map(({ fromAddress }) => fromAddress)).toEqual([0, 0, 1, 1]);
    const full = { ...unlimited, thread: { count: 2, since: start - 1 } };
    expect(await insertSubmissions(client, [submission()], full)).toEqual([false]);
  });

  it.each<[string, Partial<AcceptedSubmission>, boolean]>([
    ["of the same browser", { writerHash: "w" }, true],
    [
      "of a new one at the same address",
      { writerIsNew: true, addressHashes: ["10.x", "9.a"] },
      true,
    ],
    ["of another reader there", { addressHashes: ["9.a"] }, false],
    [
      "of a new one there, after a minute",
      { writerIsNew: true, addressHashes: ["9.a"], createdAt: start + 61_000 },
      false,
    ],
    ["under another name", { writerHash: "w", name: "Other" }, false],
    ["under another post", { writerHash: "w", postId: "other" }, false],
    ["a day later", { writerHash: "w", createdAt: start + 90_000_000 }, false],
    ["of somebody else", {}, false],
  ])("with the words of another, %s: whether it is the same comment", async (_, given, isSame) => {
    const client = await createTemporaryComments();
    const first = await store(client, {
      textHash: "same",
      writerHash: "w",
      addressHashes: ["9.a", "8.a"],
      createdAt: start,
    });
    const second = submission({ textHash: "same", createdAt: start + 1000, ...given });
    const [facts] = await readSubmissionFacts(client, [second], unlimited);
    expect(facts?.duplicate?.id).toBe(isSame ? first : undefined);
    expect(await insertSubmissions(client, [second], unlimited)).toEqual([!isSame]);
  });

  it("says the same to two comments: these are two", async () => {
    const client = await createTemporaryComments();
    const parents = [await store(client), await store(client)];
    const thanks = parents.map((parentId) =>
      submission({ textHash: "thanks", writerHash: "w", parentId }),
    );
    expect(await insertSubmissions(client, thanks, unlimited)).toEqual([true, true]);
  });
});

describe("a thread", () => {
  it("is read from comment to answer, the oldest or the newest first", async () => {
    const client = await createTemporaryComments();
    const a = await store(client);
    const b = await store(client);
    const a1 = await store(client, { parentId: a });
    const b1 = await store(client, { parentId: b });
    const a2 = await store(client, { parentId: a });
    const a11 = await store(client, { parentId: a1 });
    expect(await idsOf(client)).toEqual([a, a1, a11, a2, b, b1]);
    expect(await idsOf(client, "post", { order: "newest", pageSize: 50 })).toEqual([
      b,
      b1,
      a,
      a1,
      a11,
      a2,
    ]);
    expect(await countVisibleComments(client, ["post", "none"])).toEqual({ post: 6 });
  });

  it("nests answers up to a bound and keeps what they answer", async () => {
    const client = await createTemporaryComments();
    const chain = [await store(client)];
    for (let level = 1; level < 12; level += 1) {
      chain.push(await store(client, { parentId: chain.at(-1) ?? "" }));
    }
    const page = await readThreadPage(client, "post", 1, order);
    expect(page?.comments.map(({ id }) => id)).toEqual(chain);
    expect(page?.comments.map(({ depth }) => depth)).toEqual([0, 1, 2, 3, 4, 5, 5, 5, 5, 5, 5, 5]);
    expect(page?.comments.at(-1)?.parentId).toBe(chain.at(-2));
  });

  it("comes in pages, and every comment has its place in one", async () => {
    const client = await createTemporaryComments();
    const roots: string[] = [];
    for (let count = 0; count < 7; count += 1) roots.push(await store(client));
    await store(client, { status: "held" });
    for (const asked of [
      { order: "oldest", pageSize: 3 },
      { order: "newest", pageSize: 3 },
    ] as const) {
      const seen: string[] = [];
      for (const number of [1, 2, 3]) {
        const page = await readThreadPage(client, "post", number, asked);
        expect(page).toMatchObject({ total: 7, page: number, pageCount: 3 });
        for (const { id } of page?.comments ?? []) {
          seen.push(id);
          expect(await findCommentPlace(client, id, asked)).toEqual({
            postId: "post",
            page: number,
          });
        }
      }
      expect(seen).toEqual(asked.order === "oldest" ? roots : [...roots].reverse());
      expect(await readThreadPage(client, "post", 4, asked)).toBeUndefined();
      expect(await readThreadPage(client, "post", 0, asked)).toBeUndefined();
    }
  });

  it("keeps the empty place of what is gone where something visible answers it", async () => {
    const client = await createTemporaryComments();
    const a = await store(client, { name: "Secret" });
    const a1 = await store(client, { parentId: a });
    const b = await store(client);
    const b1 = await store(client, { parentId: b });
    await setStatus(client, [a], "hidden");
    await setStatus(client, [b, b1], "spam");
    const page = await readThreadPage(client, "post", 1, order);
    expect(page?.total).toBe(1);
    expect(page?.comments).toEqual([
      { id: a, depth: 0, createdAt: expect.any(String) },
      expect.objectContaining({ id: a1, parentId: a, content: expect.anything() }),
    ]);
    expect(await findCommentPlace(client, a, order)).toBeUndefined();
    expect(JSON.stringify(page)).not.toContain("Secret");
  });
});

describe("a change", () => {
  it("is made to the version that its editor saw, or not at all", async () => {
    const client = await createTemporaryComments();
    const id = await store(client);
    const edit = {
      text: "Better",
      textHash: "x",
      editedAt: start + 5000,
      status: "visible",
    } as const;
    const both = await Promise.all([
      editComment(client, id, 1, edit),
      editComment(client, id, 1, edit),
    ]);
    expect(both.toSorted()).toEqual([false, true]);
    expect(await findComment(client, id)).toMatchObject({ text: "Better", version: 2 });
  });

  it("that deletes takes words and writer, and can't be taken back", async () => {
    const client = await createTemporaryComments();
    const id = await store(client, { email: "a@example.com", website: "https://example.com/" });
    expect(await deleteComment(client, id)).toBe("visible");
    expect(await deleteComment(client, id)).toBeUndefined();
    await setStatus(client, [id], "visible");
    const { rows } = await client.execute("SELECT * FROM comments");
    expect(rows[0]).toMatchObject({
      status: "deleted",
      name: "",
      email: null,
      website: null,
      text: "",
      writer_hash: "",
    });
    const edit = { text: "x", textHash: "x", editedAt: 1, status: "visible" } as const;
    expect(await editComment(client, id, 2, edit)).toBe(false);
  });
});
