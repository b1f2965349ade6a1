import { describe, expect, it } from "vitest";
import { createChallenge, proofBits } from "@/lib/comments/challenge";
import { createComment, trapField } from "@/lib/comments/create-comment";
import { noProof } from "@/lib/comments/no-proof";
import { deleteComment } from "@/lib/comments/store/change-comments";
import { readThreadPage } from "@/lib/comments/store/read-threads";
import {
  createTemporaryService,
  findProof,
  sender,
  type TemporaryService,
} from "@/lib/comments/temporary-service";
import { createCommentId } from "@/lib/discussion/comment-id";
import { unlimited } from "@/lib/site/comment-settings";

const order = { order: "oldest", pageSize: 50 } as const;

let serial = 0;

/** A form as a person fills it in; each with other words. */
function form(given: Record<string, string> = {}): Record<string, string> {
  serial += 1;
  return { post: "open", name: "读者", text: `第 ${serial} 条`, ...given };
}

const countStored = async ({ store }: TemporaryService) =>
  Number((await store.execute("SELECT count(*) AS count FROM comments")).rows[0]?.count);

const reasonOf = async (service: TemporaryService, fields: Record<string, string>, who = "a") => {
  const created = await createComment(service, fields, sender(who));
  return created.ok ? created.status : created.refusal.reason;
};

describe("a comment", () => {
  it("is in the store and on its way to the page when it is acknowledged", async () => {
    const service = await createTemporaryService();
    const created = await createComment(service, form({ text: "好" }), sender("a"));
    expect(created).toMatchObject({ ok: true, status: "visible", isNew: true });
    expect(service.changed).toEqual(["open"]);
    const page = await readThreadPage(service.store, "open", 1, order);
    expect(page?.comments).toMatchObject([{ content: { name: "读者", text: "好" } }]);
  });

  it("is refused with its reason, and nothing is stored", async () => {
    const service = await createTemporaryService({ closeAfterDays: 30 });
    for (const [fields, reason] of [
      [form({ post: "" }), "no-such-post"],
      [form({ post: "none" }), "no-such-post"],
      [form({ post: "../open" }), "no-such-post"],
      [form({ post: "shut" }), "not-open"],
      [form({ [trapField]: "x" }), "trap"],
      [form({ parent: "none" }), "no-such-parent"],
      [form({ parent: createCommentId(service.now()) }), "no-such-parent"],
      [form({ text: "a\u0000b" }), "fields"],
      [form({ text: "长".repeat(350_000) }), "fields"],
      [form({ key: "short" }), "unreadable"],
      [form({ token: "forged" }), "expired"],
    ] as const) {
      expect(await reasonOf(service, fields)).toBe(reason);
    }
    service.clock.now += 86_400_000;
    expect(await reasonOf(service, form())).toBe("closed");
    expect(await countStored(service)).toBe(0);
    expect(service.changed).toEqual([]);
  });

  it("can be sent again with its key, and is there once", async () => {
    const service = await createTemporaryService();
    const fields = form({ key: "0123456789abcdef" });
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => createComment(service, fields, sender("a"))),
    );
    expect(tries.filter((created) => created.ok && created.isNew)).toHaveLength(1);
    expect(new Set(tries.map((created) => created.ok && created.id)).size).toBe(1);
    const fromAnotherBrowser = await createComment(service, fields, sender("b"));
    expect(fromAnotherBrowser).toMatchObject({ ok: true, isNew: false });
    expect(await reasonOf(service, { ...fields, text: "别的" })).toBe("key-used");
    expect(await countStored(service)).toBe(1);
  });

  it("with the key of one that was deleted is not there, and brings nothing back", async () => {
    const service = await createTemporaryService();
    const fields = form({ key: "0123456789abcdef" });
    const created = await createComment(service, fields, sender("a"));
    if (!created.ok) throw new Error(created.refusal.reason);
    await deleteComment(service.store, created.id);
    expect(await reasonOf(service, fields)).toBe("no-such-comment");
    expect(await countStored(service)).toBe(1);
  });

  it("without a key that says the same again is the same; with another key it is a duplicate", async () => {
    const service = await createTemporaryService();
    const fields = form();
    const first = await createComment(service, fields, sender("a"));
    const second = await createComment(
      service,
      { ...fields, text: ` ${fields.text}\n` },
      sender("a"),
    );
    expect(second).toMatchObject({ ok: true, isNew: false, id: first.ok && first.id });
    expect(await reasonOf(service, { ...fields, key: "fedcba9876543210" })).toBe("duplicate");
    expect(await reasonOf(service, { ...fields, post: "other" })).toBe("visible");
    expect(await countStored(service)).toBe(2);
  });
});

describe("what waits for a moderator", () => {
  it("is everything, where the site says so", async () => {
    const service = await createTemporaryService({ moderation: "all" });
    expect(await reasonOf(service, form())).toBe("held");
    expect(service.changed).toEqual([]);
  });

  it("is the first comment of a browser, until one was let through", async () => {
    const service = await createTemporaryService({ moderation: "first" });
    expect(await reasonOf(service, form())).toBe("held");
    expect(await reasonOf(service, form())).toBe("held");
    await service.store.execute("UPDATE comments SET status = 'visible'");
    expect(await reasonOf(service, form())).toBe("visible");
    expect(await reasonOf(service, form(), "b")).toBe("held");
  });

  it("is what holds a blocked word, anywhere and however it is written", async () => {
    const service = await createTemporaryService();
    await service.store.execute("INSERT INTO blocks VALUES ('word', 'casino', 1)");
    expect(await reasonOf(service, form({ text: "Best ＣＡＳＩＮＯ" }))).toBe("held");
    expect(await reasonOf(service, form({ website: "https://casino.example" }))).toBe("held");
    expect(await reasonOf(service, form())).toBe("visible");
  });
});

describe("a flood", () => {
  const limits = { address: { count: 5, minutes: 10 }, thread: { count: 8, minutes: 10 } };

  it("from one address ends at its limit, also if all comes at once", async () => {
    const service = await createTemporaryService({ limits, proofFrom: 1 });
    const reasons = await Promise.all(Array.from({ length: 30 }, () => reasonOf(service, form())));
    expect(reasons.filter((reason) => reason === "visible")).toHaveLength(5);
    expect(reasons.filter((reason) => reason === "too-many-from-address")).toHaveLength(25);
    expect(await countStored(service)).toBe(5);
    service.clock.now += 10 * 60_000 + 1;
    expect(await reasonOf(service, form())).toBe("visible");
  });

  it("from many addresses ends at the thread's, and leaves other threads alone", async () => {
    const service = await createTemporaryService({ limits, proofFrom: 1 });
    const reasons = await Promise.all(
      Array.from({ length: 30 }, (_, index) => reasonOf(service, form(), `reader ${index}`)),
    );
    expect(reasons.filter((reason) => reason === "visible")).toHaveLength(8);
    expect(reasons.filter((reason) => reason === "too-many-in-thread")).toHaveLength(22);
    expect(await reasonOf(service, form({ post: "other" }), "late")).toBe("visible");
  });

  it("makes browsers prove work, once for each comment", async () => {
    const service = await createTemporaryService({ limits, proofFrom: 0.4 });
    expect(await reasonOf(service, form())).toBe("visible");
    expect(await reasonOf(service, form())).toBe("visible");
    expect(await reasonOf(service, form())).toBe("proof-needed");
    expect(await reasonOf(service, form({ key: "0123456789abcdef" }))).toBe("proof-needed");

    const { token } = await createChallenge(service.store, "open", proofBits, service.now());
    const proof = findProof(token);
    expect(await reasonOf(service, form({ token, proof }))).toBe("too-fast");
    service.clock.now += 3000;
    const fields = form({ token, proof });
    expect(await reasonOf(service, { ...fields, post: "other" })).toBe("expired");
    expect(await reasonOf(service, fields)).toBe("visible");
    expect(await reasonOf(service, fields)).toBe("visible");
    expect(await reasonOf(service, { ...fields, text: "又一条" })).toBe("key-used");
    expect(await countStored(service)).toBe(3);
  });

  it("leaves people without a script a way: the form once more, and a moderator", async () => {
    const service = await createTemporaryService({ limits, proofFrom: 0 });
    const { token } = await createChallenge(service.store, "open", proofBits, service.now());
    service.clock.now += 3000;
    expect(await reasonOf(service, form({ token }))).toBe("held");
    const once = await createChallenge(service.store, "open", 0, service.now());
    service.clock.now += 3000;
    expect(await reasonOf(service, form({ token: once.token }))).toBe("held");
  });

  it("asks every script for work that can do it, and lets through what has been done", async () => {
    const service = await createTemporaryService({ limits, proofFrom: 0 });
    const create = (bits: number) => createChallenge(service.store, "open", bits, service.now());
    const [early, hard, unable] = [await create(0), await create(proofBits), await create(0)];
    service.clock.now += 3000;
    const reasonWith = (token: string, proof: string) => reasonOf(service, form({ token, proof }));
    expect(await reasonWith(early.token, "")).toBe("proof-needed");
    // A proof of less than is asked for, or for nothing that was asked for, is none.
    expect(await reasonWith(early.token, "0")).toBe("proof-needed");
    expect(await reasonWith(hard.token, "no number")).toBe("proof-needed");
    expect(await reasonWith(hard.token, findProof(hard.token))).toBe("visible");
    expect(await reasonWith(unable.token, noProof)).toBe("held");
    expect(await countStored(service)).toBe(2);
  });

  it("asks no script for work where it is quiet", async () => {
    const service = await createTemporaryService({ limits, proofFrom: 0.4 });
    const { token } = await createChallenge(service.store, "open", 0, service.now());
    service.clock.now += 3000;
    expect(await reasonOf(service, form({ token, proof: "" }))).toBe("visible");
  });

  it("of old forms is refused", async () => {
    const service = await createTemporaryService();
    const { token } = await createChallenge(service.store, "open", 0, service.now());
    service.clock.now += 5 * 3_600_000;
    expect(await reasonOf(service, form({ token }))).toBe("expired");
  });
});

it("loses nothing and doubles nothing when two hundred write at once and try again", async () => {
  const limit = { count: unlimited, minutes: 1 };
  const limits = { address: limit, thread: limit };
  const service = await createTemporaryService({ limits });
  const acknowledged = new Set<string>();
  await Promise.all(
    Array.from({ length: 200 }, async (_, writer) => {
      for (let turn = 0; turn < 5; turn += 1) {
        const fields = form({ key: `key-${writer}-${turn}-0123456789` });
        const created = await createComment(service, fields, sender(`writer ${writer}`));
        const again = await createComment(service, fields, sender(`writer ${writer}`));
        if (created.ok && again.ok && created.id === again.id) acknowledged.add(created.id);
      }
    }),
  );
  const { rows } = await service.store.execute("SELECT id FROM comments");
  expect(acknowledged.size).toBe(1000);
  expect(new Set(rows.map(({ id }) => id))).toEqual(acknowledged);
}, 60_000);
