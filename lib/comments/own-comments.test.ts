import { describe, expect, it, vi } from "vitest";
import { createComment } from "@/lib/comments/create-comment";
import { hashAddress } from "@/lib/comments/keyring";
import { deleteOwnComment, editOwnComment, listOwnComments } from "@/lib/comments/own-comments";
import { findComment } from "@/lib/comments/store/read-comments";
import {
  createTemporaryService,
  sender,
  type TemporaryService,
} from "@/lib/comments/temporary-service";

async function write(service: TemporaryService, who: string, text = "原来的话"): Promise<string> {
  const created = await createComment(service, { post: "open", name: "读者", text }, sender(who));
  if (!created.ok) throw new Error(created.refusal.reason);
  return created.id;
}

const outcome = (changed: Awaited<ReturnType<typeof editOwnComment>>) =>
  changed.ok ? changed.comment.status : changed.refusal.reason;

it("can be changed by the browser that wrote it, and the page shows it", async () => {
  const service = await createTemporaryService();
  const id = await write(service, "a");
  const fields = { id, version: "1", text: "新的话" };
  expect(outcome(await editOwnComment(service, fields, sender("a")))).toBe("visible");
  expect(await findComment(service.store, id)).toMatchObject({ text: "新的话", version: 2 });
  expect(service.changed).toEqual(["open", "open"]);
});

it("can be changed by nobody else, with nothing wrong, and not for long", async () => {
  const service = await createTemporaryService();
  const id = await write(service, "a");
  const edit = async (given: Record<string, string>, who = "a") =>
    outcome(
      await editOwnComment(service, { id, version: "1", text: "新的话", ...given }, sender(who)),
    );
  expect(await edit({}, "b")).toBe("not-yours");
  expect(await edit({}, "")).toBe("not-yours");
  expect(await edit({ text: " " })).toBe("fields");
  expect(await edit({ text: "a\u202eb" })).toBe("fields");
  expect(await edit({ version: "0" })).toBe("changed");
  expect(await edit({ version: "x" })).toBe("changed");
  expect(await edit({ id: "none" })).toBe("no-such-comment");
  expect(outcome(await deleteOwnComment(service, { id }, sender("b")))).toBe("not-yours");
  service.clock.now += 15 * 60_000 + 1;
  expect(await edit({})).toBe("too-late");
  expect(outcome(await deleteOwnComment(service, { id }, sender("a")))).toBe("too-late");
  expect(await findComment(service.store, id)).toMatchObject({ text: "原来的话", version: 1 });
});

it("is changed by one of two windows, and the other is told", async () => {
  const service = await createTemporaryService();
  const id = await write(service, "a");
  const both = await Promise.all(
    ["一", "二"].map((text) => editOwnComment(service, { id, version: "1", text }, sender("a"))),
  );
  expect(both.map(outcome).toSorted()).toEqual(["changed", "visible"]);
});

it("is looked at again where everything is looked at", async () => {
  const service = await createTemporaryService({ moderation: "all" });
  const id = await write(service, "a");
  await service.store.execute("UPDATE comments SET status = 'visible'");
  const fields = { id, version: "1", text: "买我的东西" };
  expect(outcome(await editOwnComment(service, fields, sender("a")))).toBe("held");
  expect(service.changed).toEqual(["open"]);
});

it("is deleted while a moderator lets it through, and readers don't see it", async () => {
  const service = await createTemporaryService({ moderation: "all" });
  const id = await write(service, "a");
  const batch = service.store.batch.bind(service.store);
  vi.spyOn(service.store, "batch").mockImplementationOnce(async (...given) => {
    await service.store.execute("UPDATE comments SET status = 'visible'");
    return batch(...given);
  });
  expect(outcome(await deleteOwnComment(service, { id }, sender("a")))).toBe("deleted");
  expect(service.changed).toEqual(["open"]);
});

it("is deleted for good", async () => {
  const service = await createTemporaryService();
  const id = await write(service, "a");
  expect(await listOwnComments(service, "a")).toHaveLength(1);
  expect(outcome(await deleteOwnComment(service, { id }, sender("a")))).toBe("deleted");
  expect(outcome(await deleteOwnComment(service, { id }, sender("a")))).toBe("no-such-comment");
  expect(await listOwnComments(service, "a")).toEqual([]);
  expect(await listOwnComments(service, "")).toEqual([]);
});

describe("the words of a comment", () => {
  const edit = async (service: TemporaryService, id: string, version: number, who = "a") =>
    outcome(
      await editOwnComment(
        service,
        { id, version: String(version), text: `第${version}版` },
        {
          ...sender("a"),
          address: who,
        },
      ),
    );

  it("can't be changed without end", async () => {
    const service = await createTemporaryService();
    const id = await write(service, "a");
    for (let version = 1; version <= 10; version += 1) {
      expect(await edit(service, id, version, `address ${version}`)).toBe("visible");
    }
    expect(await edit(service, id, 11, "another address")).toBe("too-late");
  });

  it("can't be changed more often than comments can be written", async () => {
    const limits = { address: { count: 2, minutes: 10 }, thread: { count: 9, minutes: 10 } };
    const service = await createTemporaryService({ limits });
    const id = await write(service, "a");
    expect(await edit(service, id, 1)).toBe("visible");
    expect(await edit(service, id, 2)).toBe("visible");
    expect(await edit(service, id, 3)).toBe("too-many-from-address");
  });

  it("can't be changed where nothing more can be written", async () => {
    const service = await createTemporaryService();
    const id = await write(service, "a");
    const [hash] = await hashAddress(service.store, "blocked", service.now());
    await service.store.execute({
      sql: "INSERT INTO blocks VALUES ('address', ?, 0)",
      args: [hash],
    });
    expect(await edit(service, id, 1, "blocked")).toBe("blocked");
    await service.store.execute("INSERT INTO closed_threads VALUES ('open', 0)");
    expect(await edit(service, id, 1)).toBe("closed");
  });
});
