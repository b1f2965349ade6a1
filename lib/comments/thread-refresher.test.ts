import type { Client } from "@libsql/client";
import { describe, expect, it } from "vitest";
import { createComment } from "@/lib/comments/create-comment";
import { moderate } from "@/lib/comments/moderation/moderate";
import {
  createTemporaryModeration,
  type TemporaryModeration,
} from "@/lib/comments/moderation/temporary-moderation";
import { deleteOwnComment, editOwnComment } from "@/lib/comments/own-comments";
import { eraseComments } from "@/lib/comments/store/erase-comments";
import { sender } from "@/lib/comments/temporary-service";
import { ThreadRefresher } from "@/lib/comments/thread-refresher";

/** What is refreshed, in rounds. @param during what happens while pages are being refreshed */
function createRefresher(store: Client, during: () => Promise<unknown> = async () => {}) {
  const rounds: string[][] = [];
  const refresher = new ThreadRefresher(store, async (postIds) => {
    rounds.push(postIds.toSorted());
    await during();
    return true;
  });
  return { refresher, rounds };
}

let serial = 0;

async function write(service: TemporaryModeration, post = "open"): Promise<string> {
  serial += 1;
  const fields = { post, name: "读者", text: `第${serial}句` };
  const created = await createComment(service, fields, sender(`writer ${serial}`));
  if (!created.ok) throw new Error(created.refusal.reason);
  return created.id;
}

const actor = { actor: "test" };

describe("what readers see otherwise", () => {
  it.each<[string, (service: TemporaryModeration, id: string) => Promise<unknown>]>([
    ["a comment", (service) => write(service)],
    [
      "its new words",
      (service, id) =>
        editOwnComment(service, { id, version: "1", text: "新" }, sender(`writer ${serial}`)),
    ],
    [
      "its deletion",
      (service, id) => deleteOwnComment(service, { id }, sender(`writer ${serial}`)),
    ],
    [
      "its hiding",
      (service, id) => moderate(service, actor, { act: "hide", seen: [{ id, version: 1 }] }),
    ],
    ["its erasure", ({ store }, id) => eraseComments(store, [id], 0)],
    [
      "its thread's closing",
      (service, id) => moderate(service, actor, { act: "close", seen: [{ id, version: 1 }] }),
    ],
  ])("is noted with the change itself: %s", async (_, change) => {
    const service = await createTemporaryModeration();
    const { refresher, rounds } = createRefresher(service.store);
    const id = await write(service);
    await refresher.refresh();
    expect(rounds).toEqual([["open"]]);
    await change(service, id);
    await refresher.refresh();
    expect(rounds).toEqual([["open"], ["open"]]);
    await refresher.refresh();
    expect(rounds).toHaveLength(2);
  });

  it("is not what waits, or what moves nothing on a page", async () => {
    const service = await createTemporaryModeration({ moderation: "all" });
    const { refresher, rounds } = createRefresher(service.store);
    const id = await write(service);
    await moderate(service, actor, { act: "spam", seen: [{ id, version: 1 }] });
    await service.store.execute("UPDATE comments SET address_hash = NULL");
    await refresher.refresh();
    expect(rounds).toEqual([]);
  });
});

describe("refreshing", () => {
  it("that was cut off is left to the next server", async () => {
    const service = await createTemporaryModeration();
    await write(service);
    await write(service, "other");
    const dying = createRefresher(service.store, async () => {
      throw new Error("killed");
    });
    await expect(dying.refresher.refresh()).rejects.toThrow("killed");
    const next = createRefresher(service.store);
    await next.refresher.refresh();
    expect(next.rounds).toEqual([["open", "other"]]);
  });

  it("forgets nothing that changes meanwhile", async () => {
    const service = await createTemporaryModeration();
    await write(service);
    let isFirst = true;
    const { refresher, rounds } = createRefresher(service.store, async () => {
      if (isFirst) await write(service);
      isFirst = false;
    });
    await refresher.refresh();
    await refresher.refresh();
    expect(rounds).toEqual([["open"], ["open"]]);
  });

  it("is refreshed again where nobody would remember it", async () => {
    const service = await createTemporaryModeration();
    await write(service);
    const rounds: string[] = [];
    const refresher = new ThreadRefresher(service.store, async (postIds) => {
      rounds.push(...postIds);
      return rounds.length > 1;
    });
    for (let turn = 0; turn < 3; turn += 1) await refresher.refresh();
    expect(rounds).toEqual(["open", "open"]);
  });

  it("is shared by those who ask at once, and goes on after a failure", async () => {
    const service = await createTemporaryModeration();
    let failures = 1;
    const { refresher, rounds } = createRefresher(service.store, async () => {
      failures -= 1;
      if (failures >= 0) throw new Error("no");
    });
    const asked = await Promise.allSettled(
      Array.from({ length: 5 }, async () => {
        await write(service);
        await refresher.refresh();
      }),
    );
    expect(asked.some(({ status }) => status === "rejected")).toBe(true);
    await refresher.refresh();
    expect(rounds.length).toBeLessThan(5);
    const { rows } = await service.store.execute("SELECT * FROM thread_changes");
    expect(rows).toEqual([]);
  });
});
