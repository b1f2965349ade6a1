import type { Client } from "@libsql/client";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressKey } from "@/lib/site/address-key";
import { removeFiles } from "@/lib/store/file-changes";
import { listConflicts } from "@/lib/store/file-reader";
import { findRedirectedSlug } from "@/lib/store/read-pages";
import { findPostBySlug, readPosts } from "@/lib/store/read-posts";
import type { PostRecord } from "@/lib/store/records";
import { settle } from "@/lib/store/settle";
import {
  addPosts,
  createTemporaryStore,
  now,
  postRecord,
  writePosts,
} from "@/lib/store/temporary-store";

async function slugsOf(client: Client) {
  const { rows } = await client.execute("SELECT id, slug FROM posts");
  return Object.fromEntries(rows.map(({ id, slug }) => [String(id), slug]));
}

const same = (id: string, day: string, given: Partial<PostRecord> = {}) =>
  postRecord(id, { day, slugBase: "same", ...given });

describe("posts that want the same slug", () => {
  it("give it to the oldest, and each of the others has one of its own", async () => {
    const client = await createTemporaryStore();
    await addPosts(client, [
      same("b", "2023-02-01"),
      same("c", "2023-03-01"),
      same("a", "2023-01-01"),
    ]);
    const { a, b, c } = await slugsOf(client);
    expect(a).toBe("same");
    expect(b).toMatch(/^same-[a-z0-9]{6}$/);
    expect(c).toMatch(/^same-[a-z0-9]{6}$/);
    expect(b).not.toBe(c);
  });

  it("give it to the one that says so in its front matter, however new", async () => {
    const client = await createTemporaryStore();
    await addPosts(client, [
      same("old", "2020-01-01"),
      same("own", "2023-01-01", { ownSlug: true }),
    ]);
    expect(await slugsOf(client)).toMatchObject({ own: "same" });
    expect(await listConflicts(client)).toEqual([]);
  });

  it("tell of two front matters that ask for one slug, the post that goes without named first", async () => {
    const client = await createTemporaryStore();
    await addPosts(client, [
      same("first", "2020-01-01", { ownSlug: true }),
      same("second", "2023-01-01", { ownSlug: true }),
    ]);
    expect(await slugsOf(client)).toMatchObject({ first: "same" });
    expect(await listConflicts(client)).toEqual([
      { path: "second.md", field: "slug", value: "same", holder: "first.md" },
    ]);
  });

  it("leave it to the next when its holder goes, and the old address leads there", async () => {
    const client = await createTemporaryStore();
    await addPosts(client, [same("a", "2023-01-01"), same("b", "2023-02-01")]);
    const { b: before } = await slugsOf(client);
    await removeFiles(client, ["a.md"]);
    await settle(client, now);
    expect(await slugsOf(client)).toEqual({ b: "same" });
    expect(await findRedirectedSlug(client, addressKey(`/posts/${before}`))).toBe("same");
  });

  it("don't lose it to a draft, which no reader sees", async () => {
    const client = await createTemporaryStore();
    await addPosts(client, [same("public", "2023-02-01")]);
    await addPosts(client, [same("draft", "2023-01-01", { draft: true })]);
    expect(await slugsOf(client)).toMatchObject({ public: "same" });
  });

  it("have slugs that never pass 80 bytes", async () => {
    const client = await createTemporaryStore();
    const slugBase = `${"word-".repeat(15)}words`;
    await addPosts(client, [postRecord("a", { slugBase }), postRecord("b", { slugBase })]);
    const slugs = Object.values(await slugsOf(client)).map(String);
    expect(new Set(slugs).size).toBe(2);
    for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(Math.max(...slugs.map((slug) => slug.length))).toBeLessThanOrEqual(80);
  });

  it("have the same ones in whatever order and batches they come", async () => {
    const posts = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z]{1,4}$/),
        slugBase: fc.constantFrom("same", "other", "third"),
        day: fc.constantFrom("2023-01-01", "2023-01-02", "2023-01-03"),
        ownSlug: fc.boolean(),
      }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
    );
    const scenario = posts.chain((all) =>
      fc.record({
        all: fc.constant(all),
        shuffled: fc.shuffledSubarray(all, { minLength: all.length }),
        batchSize: fc.integer({ min: 1, max: all.length }),
        settleEach: fc.boolean(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(scenario, async ({ all, shuffled, batchSize, settleEach }) => {
        const records = (some: typeof all) => some.map(({ id, ...given }) => postRecord(id, given));
        const atOnce = await createTemporaryStore();
        await addPosts(atOnce, records(all));
        const inBatches = await createTemporaryStore();
        for (let start = 0; start < all.length; start += batchSize) {
          await writePosts(inBatches, records(shuffled.slice(start, start + batchSize)));
          if (settleEach) await settle(inBatches, now);
        }
        await settle(inBatches, now);
        expect(await slugsOf(inBatches)).toEqual(await slugsOf(atOnce));
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});

describe("a run that was killed before its end", () => {
  it("is made good by the next one", async () => {
    const client = await createTemporaryStore();
    await addPosts(client, [same("a", "2023-01-02", { terms: [{ taxonomy: "tag", name: "甲" }] })]);
    await writePosts(client, [
      same("b", "2023-01-01", { terms: [{ taxonomy: "tag", name: "甲" }] }),
    ]);
    const seen = await readPosts(client, { offset: 0, limit: 10 });
    expect(seen.map(({ id }) => id)).toEqual(["a"]);

    await settle(client, now);
    expect(await slugsOf(client)).toMatchObject({ b: "same" });
    const { rows } = await client.execute("SELECT name, count FROM terms");
    expect(rows.map(({ name, count }) => [name, count])).toEqual([["甲", 2]]);
    expect((await client.execute("SELECT * FROM unsettled")).rows).toEqual([]);
  });

  it("leaves the old state of a post until its new one is whole", async () => {
    const client = await createTemporaryStore();
    await addPosts(client, [postRecord("a", { tags: ["t"] })]);
    const half = [postRecord("a", { title: "New" }), postRecord("b", { id: "a" })];
    await expect(writePosts(client, half)).rejects.toThrow(/UNIQUE/);
    expect(await findPostBySlug(client, "a")).toMatchObject({
      title: "Title of a",
      tags: [{ name: "t" }],
    });
  });
});
