import { describe, expect, it } from "vitest";
import {
  countPosts,
  findNeighboursBySlug,
  findPostBySlug,
  readMonths,
  readPosts,
} from "@/lib/store/read-posts";
import { readPostsByTerm } from "@/lib/store/read-terms";
import { addPosts, createTemporaryStore, postRecord } from "@/lib/store/temporary-store";

const all = { offset: 0, limit: 100 };
const ids = (posts: { id: string }[]) => posts.map(({ id }) => id);

/** Ten posts, two of each day, over two months, that came in no order. */
async function createStore() {
  const client = await createTemporaryStore();
  const days = ["2023-09-29", "2023-09-30", "2023-10-01", "2023-10-02", "2023-10-03"];
  const posts = days.flatMap((day, index) =>
    ["a", "b"].map((letter) => postRecord(`${letter}${index}`, { day, tags: ["t"] })),
  );
  await addPosts(client, [...posts.slice(5).reverse(), ...posts.slice(0, 5)]);
  return client;
}

const inOrder = ["b4", "a4", "b3", "a3", "b2", "a2", "b1", "a1", "b0", "a0"];

describe("a listing", () => {
  it("has the newest first, and posts of the same moment by id", async () => {
    const client = await createStore();
    expect(ids(await readPosts(client, all))).toEqual(inOrder);
    expect(
      ids(await readPostsByTerm(client, { taxonomy: "tag", slug: "t", count: 10 }, all)),
    ).toEqual(inOrder);
  });

  it("comes in slices that leave nothing out and nothing twice", async () => {
    const client = await createStore();
    const slices = [0, 3, 6, 9, 12].map((offset) => ({ offset, limit: 3 }));
    const latest = await Promise.all(slices.map((slice) => readPosts(client, slice)));
    const ofTerm = await Promise.all(
      slices.map((slice) =>
        readPostsByTerm(client, { taxonomy: "tag", slug: "t", count: 10 }, slice),
      ),
    );
    expect(ids(latest.flat())).toEqual(inOrder);
    expect(ids(ofTerm.flat())).toEqual(inOrder);
  });

  it("of months has those months alone, and their number", async () => {
    const client = await createStore();
    expect(ids(await readPosts(client, all, { first: 202309, last: 202309 }))).toEqual(
      inOrder.slice(6),
    );
    expect(await countPosts(client, { first: 202310, last: 202310 })).toBe(6);
    expect(await countPosts(client, { first: 202301, last: 202312 })).toBe(10);
    expect(await countPosts(client)).toBe(10);
    expect(await readMonths(client)).toEqual([
      { year: 2023, month: 10, count: 6 },
      { year: 2023, month: 9, count: 4 },
    ]);
    expect(await readMonths(client, { first: 202301, last: 202309 })).toHaveLength(1);
  });
});

describe("the neighbours of a post", () => {
  it("are those of the listing, over the ends of days and months", async () => {
    const client = await createStore();
    for (const [index, id] of inOrder.entries()) {
      const { previous, next } = await findNeighboursBySlug(client, id);
      expect([previous?.slug, next?.slug], id).toEqual([inOrder[index + 1], inOrder[index - 1]]);
    }
  });

  it("are never drafts, nor posts of the future", async () => {
    const client = await createTemporaryStore();
    await addPosts(client, [
      postRecord("old", { day: "2023-01-01" }),
      postRecord("draft", { day: "2023-01-02", draft: true }),
      postRecord("middle", { day: "2023-01-03" }),
      postRecord("future", { day: "2124-01-01" }),
    ]);
    expect(await findNeighboursBySlug(client, "middle")).toEqual({
      previous: { slug: "old", title: "Title of old", lang: "en" },
    });
  });
});

describe("a post", () => {
  it("comes with all that its page shows", async () => {
    const client = await createTemporaryStore();
    await addPosts(client, [
      postRecord("a", {
        title: "标题",
        lang: "zh-Hans",
        summary: "摘要",
        comments: true,
        readingMinutes: 3,
        updated: Date.parse("2023-11-01"),
        cover: { src: "/x.jpg", width: 3, height: 2 },
        sourceUrl: "https://example.com/x",
        terms: [
          { taxonomy: "category", name: "新闻" },
          { taxonomy: "tag", name: "乙" },
          { taxonomy: "tag", name: "甲" },
          { taxonomy: "author", name: "张三" },
          { taxonomy: "author", name: "Li Si" },
          { taxonomy: "source", name: "example.com" },
        ],
      }),
    ]);
    const post = await findPostBySlug(client, "a");
    expect(post).toMatchObject({
      id: "a",
      slug: "a",
      title: "标题",
      date: "2023-10-28T00:00:00.000Z",
      updated: "2023-11-01T00:00:00.000Z",
      lang: "zh-Hans",
      summary: "摘要",
      html: "<p>a</p>",
      comments: true,
      readingMinutes: 3,
      cover: { src: "/x.jpg", width: 3, height: 2 },
      from: { url: "https://example.com/x", source: { name: "example.com", slug: "example-com" } },
    });
    expect(post?.authors.map(({ name }) => name)).toEqual(["张三", "Li Si"]);
    expect(post?.tags.map(({ name }) => name)).toEqual(["乙", "甲"]);
    expect(post?.categories.map(({ name }) => name)).toEqual(["新闻"]);
  });

  it("is not found as a draft, before its time, or under another slug", async () => {
    const client = await createTemporaryStore();
    await addPosts(client, [
      postRecord("draft", { draft: true }),
      postRecord("future", { day: "2124-01-01" }),
    ]);
    for (const slug of ["draft", "future", "Draft", "", "%"]) {
      expect(await findPostBySlug(client, slug), slug).toBeUndefined();
    }
    expect(await readPosts(client, all)).toEqual([]);
    expect(await countPosts(client)).toBe(0);
    expect(await readMonths(client)).toEqual([]);
  });
});
