import type { Client } from "@libsql/client";
import { describe, expect, it } from "vitest";
import { taxonomies } from "@/lib/publication";
import { addressKey } from "@/lib/site/address-key";
import { removeFiles } from "@/lib/store/file-changes";
import { readPosts } from "@/lib/store/read-posts";
import { countTerms, findTermBySlug, readPostsByTerm, readTerms } from "@/lib/store/read-terms";
import { settle } from "@/lib/store/settle";
import { addPosts, createTemporaryStore, now, postRecord } from "@/lib/store/temporary-store";

const all = { offset: 0, limit: 100 };

const tags = async (client: Client) =>
  (await readTerms(client, "tag", all)).map(({ name, slug, count }) => [name, slug, count]);

const postsOf = async (client: Client, slug: string) =>
  (await readPostsByTerm(client, { taxonomy: "tag", slug, count: 100 }, all)).map(({ id }) => id);

describe("terms", () => {
  it("are listed by their use, each with the number of its posts", async () => {
    const client = await createTemporaryStore();
    await addPosts(client, [
      postRecord("a", { tags: ["Rare", "Often"] }),
      postRecord("b", { tags: ["Often", "Even"] }),
      postRecord("c", { tags: ["Often", "Even"] }),
    ]);
    expect(await tags(client)).toEqual([
      ["Often", "often", 3],
      ["Even", "even", 2],
      ["Rare", "rare", 1],
    ]);
    expect(await postsOf(client, "even")).toEqual(["c", "b"]);
    expect(await countTerms(client, "tag")).toBe(3);
    expect(await findTermBySlug(client, "tag", "rare")).toMatchObject({ name: "Rare", count: 1 });
  });

  it("of one name in four taxonomies are four", async () => {
    const client = await createTemporaryStore();
    await addPosts(client, [
      postRecord("a", { terms: taxonomies.map((taxonomy) => ({ taxonomy, name: "联合早报" })) }),
    ]);
    for (const taxonomy of taxonomies) {
      expect(await readTerms(client, taxonomy, all)).toMatchObject([
        { taxonomy, name: "联合早报", slug: "lian-he-zao-bao", count: 1 },
      ]);
    }
  });

  it("whose names differ only in case or script have slugs of their own", async () => {
    const client = await createTemporaryStore();
    const names = [
      "Foo",
      "foo",
      "FOO",
      "中国",
      "中國",
      "a b",
      "a-b",
      "🎉",
      "🎊",
      "؟",
      "007",
      "1.10",
    ];
    await addPosts(client, [postRecord("a", { tags: names })]);
    const found = await readTerms(client, "tag", all);
    expect(found.map(({ name }) => name).sort()).toEqual([...names].sort());
    expect(new Set(found.map(({ slug }) => slug)).size).toBe(names.length);
    for (const { slug } of found) expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
  });

  it("keep their slugs when another comes that wants the same", async () => {
    const client = await createTemporaryStore();
    await addPosts(client, [postRecord("a", { day: "2023-06-01", tags: ["foo"] })]);
    await addPosts(client, [postRecord("b", { day: "2023-01-01", tags: ["Foo"] })]);
    expect(await findTermBySlug(client, "tag", "foo")).toMatchObject({ name: "foo" });
  });

  it("of drafts and of the future are not shown", async () => {
    const client = await createTemporaryStore();
    await addPosts(client, [
      postRecord("draft", { draft: true, tags: ["hidden", "both"] }),
      postRecord("future", { day: "2124-01-01", tags: ["hidden", "both"] }),
      postRecord("public", { tags: ["both"] }),
    ]);
    expect(await tags(client)).toEqual([["both", "both", 1]]);
    expect(await findTermBySlug(client, "tag", "hidden")).toBeUndefined();
    expect(await postsOf(client, "hidden")).toEqual([]);
    expect(await postsOf(client, "both")).toEqual(["public"]);
  });
});

describe("a post that is edited", () => {
  it("moves in every listing, and terms without posts are gone", async () => {
    const client = await createTemporaryStore();
    await addPosts(client, [
      postRecord("a", { day: "2023-01-01", tags: ["one", "two"] }),
      postRecord("b", { day: "2023-01-02", tags: ["two"] }),
    ]);
    await addPosts(client, [
      postRecord("a", { day: "2023-01-03", title: "New", tags: ["two", "three"] }),
    ]);
    expect((await readPosts(client, all)).map(({ title }) => title)).toEqual(["New", "Title of b"]);
    expect(await postsOf(client, "two")).toEqual(["a", "b"]);
    expect(await tags(client)).toEqual([
      ["two", "two", 2],
      ["three", "three", 1],
    ]);
  });

  it("leaves every public listing when it becomes a draft, and comes back", async () => {
    const client = await createTemporaryStore();
    const post = postRecord("a", { tags: ["t"] });
    await addPosts(client, [post]);
    await addPosts(client, [{ ...post, draft: true }]);
    expect(await tags(client)).toEqual([]);
    expect(await postsOf(client, "t")).toEqual([]);
    await addPosts(client, [post]);
    expect(await tags(client)).toEqual([["t", "t", 1]]);
    expect(await postsOf(client, "t")).toEqual(["a"]);
  });

  it("has its id changed in the listings of its terms too", async () => {
    const client = await createTemporaryStore();
    await addPosts(client, [postRecord("a", { tags: ["t"] })]);
    await addPosts(client, [postRecord("z", { path: "a.md", slugBase: "a", tags: ["t"] })]);
    expect(await postsOf(client, "t")).toEqual(["z"]);
    expect(await tags(client)).toEqual([["t", "t", 1]]);
  });
});

it("leaves nothing of a post that is gone but the address that it had, should its file come back", async () => {
  const client = await createTemporaryStore();
  await addPosts(client, [postRecord("a", { tags: ["t"], oldAddresses: [1, 2] })]);
  await removeFiles(client, ["a.md"]);
  await settle(client, now);
  for (const table of ["files", "posts", "bodies", "terms", "post_terms", "unsettled"]) {
    const { rows } = await client.execute(`SELECT * FROM ${table}`);
    expect(rows, table).toEqual([]);
  }
  const { rows } = await client.execute("SELECT address, declared FROM redirects");
  expect(rows).toEqual([{ address: addressKey("/posts/a"), declared: 0 }]);
});
