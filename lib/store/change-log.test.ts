import type { Client } from "@libsql/client";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cacheTags, isCacheTag } from "@/lib/cache-tags";
import { taxonomies } from "@/lib/publication";
import { addressKey } from "@/lib/site/address-key";
import { packBody } from "@/lib/store/body-codec";
import {
  type ContentState,
  findChangesSince,
  findContentState,
  findRefreshed,
  noteRefreshed,
  recordChanges,
} from "@/lib/store/change-log";
import { maxTouchedPosts } from "@/lib/store/change-schema";
import { writeBatch } from "@/lib/store/content-writer";
import { moveFiles, removeFiles } from "@/lib/store/file-changes";
import { findAuthorByName, findPageByAddress, findRedirectedSlug } from "@/lib/store/read-pages";
import {
  countPosts,
  findNeighboursBySlug,
  findPostBySlug,
  readMonths,
  readPosts,
} from "@/lib/store/read-posts";
import { countTerms, findTermBySlug, readPostsByTerm, readTerms } from "@/lib/store/read-terms";
import type { PostRecord } from "@/lib/store/records";
import { settle } from "@/lib/store/settle";
import {
  addPosts,
  createTemporaryStore,
  now,
  postRecord,
  writePosts,
} from "@/lib/store/temporary-store";
import { postUrl } from "@/lib/urls";

const stateOf = async (client: Client): Promise<ContentState> => {
  const state = await findContentState(client);
  if (!state) throw new Error("the store has no state");
  return state;
};

/** Tags that are touched by what `change` does to a store; a list of the word where it is everything. */
async function touchedBy(client: Client, change: () => Promise<unknown>): Promise<string[]> {
  const since = await stateOf(client);
  await change();
  const found = await findChangesSince(client, since);
  if (!found || found.touched === "everything") return ["everything"];
  return found.touched.map(({ tag }) => tag).sort();
}

async function createSettledStore(posts: PostRecord[]): Promise<Client> {
  const client = await createTemporaryStore();
  await addPosts(client, posts);
  return client;
}

describe("the change log", () => {
  const three = () => [
    postRecord("a", { day: "2023-01-05", tags: ["x"] }),
    postRecord("b", { day: "2023-02-05", tags: ["x", "y"] }),
    postRecord("c", { day: "2023-03-05" }),
  ];

  it("knows nothing of a store that was never filled, and counts the first run as everything", async () => {
    const client = await createTemporaryStore();
    expect(await findContentState(client)).toBeUndefined();
    await addPosts(client, three());
    expect(await findChangesSince(client, undefined)).toMatchObject({
      touched: "everything",
    });
  });

  it("has the post alone where only its body was edited", async () => {
    const client = await createSettledStore(three());
    const edited = postRecord("b", {
      day: "2023-02-05",
      tags: ["x", "y"],
      body: packBody("<p>other</p>"),
    });
    expect(await touchedBy(client, () => addPosts(client, [edited]))).toEqual(["post:b"]);
  });

  it("has nothing where a file was compiled to the same as before", async () => {
    const client = await createSettledStore(three());
    const before = await stateOf(client);
    expect(await touchedBy(client, () => addPosts(client, three()))).toEqual([]);
    expect(await stateOf(client)).toEqual(before);
  });

  it("has everything that shows a post's title where that was edited", async () => {
    const client = await createSettledStore(three());
    const edited = postRecord("b", { day: "2023-02-05", tags: ["x", "y"], title: "New" });
    expect(await touchedBy(client, () => addPosts(client, [edited]))).toEqual([
      "latest",
      "month:2023-2",
      "neighbours:a",
      "neighbours:c",
      "post:b",
      "term:tag:x",
      "term:tag:y",
      "year:2023",
    ]);
  });

  it("has all that shows a term's name where it was spelt in another way with the same slug", async () => {
    const client = await createSettledStore([
      postRecord("a", { day: "2023-01-05", tags: ["Next.js"] }),
      postRecord("b", { day: "2023-02-05" }),
    ]);
    const edited = postRecord("a", { day: "2023-01-05", tags: ["NEXT JS"] });
    expect(await touchedBy(client, () => addPosts(client, [edited]))).toEqual([
      "post:a",
      "taxonomy:tag",
      "term:tag:next-js",
    ]);
  });

  it("has what listed a post before and after it became a draft", async () => {
    const client = await createSettledStore(three());
    const draft = postRecord("a", { day: "2023-01-05", tags: ["x"], draft: true });
    expect(await touchedBy(client, () => addPosts(client, [draft]))).toEqual([
      "archive",
      "latest",
      "month:2023-1",
      "neighbours:a",
      "neighbours:b",
      "post:a",
      "taxonomy:tag",
      "term:tag:x",
      "year:2023",
    ]);
  });

  it("has the former and the new address of a renamed post", async () => {
    const client = await createSettledStore(three());
    const renamed = postRecord("a", { day: "2023-01-05", tags: ["x"], slugBase: "z" });
    expect(await touchedBy(client, () => addPosts(client, [renamed]))).toEqual(
      [
        "latest",
        "month:2023-1",
        "neighbours:a",
        "neighbours:b",
        "neighbours:z",
        "post:a",
        "post:z",
        cacheTags.redirect(addressKey(postUrl("a"))),
        "term:tag:x",
        "year:2023",
      ].sort(),
    );
  });

  it("has posts that come due without any file", async () => {
    const client = await createSettledStore([...three(), postRecord("d", { day: "2024-02-01" })]);
    const later = Date.parse("2024-03-01");
    expect(await touchedBy(client, () => settle(client, later))).toEqual(
      expect.arrayContaining(["post:d", "latest", "month:2024-2", "archive", "neighbours:c"]),
    );
  });

  it("has the post whose slug changes because another one is gone", async () => {
    const client = await createSettledStore([
      postRecord("a", { day: "2023-01-05", slugBase: "same" }),
      postRecord("b", { day: "2023-02-05", slugBase: "same" }),
    ]);
    const [newest] = await readPosts(client, { offset: 0, limit: 1 });
    const tags = await touchedBy(client, async () => {
      await removeFiles(client, ["a.md"]);
      await settle(client, now);
    });
    expect(tags).toEqual(expect.arrayContaining(["post:same", `post:${newest?.slug}`]));
  });

  it("has a file that was away for a part of the run, even if it came back the same", async () => {
    const client = await createSettledStore(three());
    const tags = await touchedBy(client, async () => {
      await removeFiles(client, ["c.md"]);
      await addPosts(client, [postRecord("c", { day: "2023-03-05" })]);
    });
    expect(tags).toEqual(
      expect.arrayContaining(["archive", "latest", "month:2023-3", "neighbours:b", "post:c"]),
    );
  });

  it("has what a killed run left and the next one took back", async () => {
    const client = await createSettledStore(three());
    const tags = await touchedBy(client, async () => {
      await writePosts(client, [
        postRecord("b", { day: "2023-02-05", tags: ["x", "y"], title: "?" }),
      ]);
      // Here the run is killed; readers may have seen the title.
      await recordChanges(client);
      await addPosts(client, [postRecord("b", { day: "2023-02-05", tags: ["x", "y"] })]);
    });
    expect(tags).toEqual(expect.arrayContaining(["post:b", "latest", "term:tag:y"]));
  });

  it("has pages and authors by address and name, before and after a move", async () => {
    const client = await createSettledStore(three());
    const page = (address: string) => ({
      ...{ path: "pages/a.md", address, title: "T", lang: "en" as const, summary: "" },
      body: packBody(""),
    });
    const author = { path: "authors/l.md", name: "林海", lang: "en" as const, summary: "" };
    const file = (path: string) => ({ path, hash: "h", stamp: "", pipeline: "p", findings: [] });
    const write = async (address: string) => {
      const files = [file("pages/a.md"), file("authors/l.md")];
      const authors = [{ ...author, body: packBody("") }];
      await writeBatch(
        client,
        { evictions: [], files, posts: [], pages: [page(address)], authors },
        now,
      );
      await settle(client, now);
    };
    await write("about");
    expect(await touchedBy(client, () => write("us"))).toEqual(
      [cacheTags.author("林海"), cacheTags.page("about"), cacheTags.page("us")].sort(),
    );
  });

  it("knows whether something was taken away that readers saw", async () => {
    const client = await createSettledStore([postRecord("a"), postRecord("b"), postRecord("c")]);
    const withdraws = async (change: () => Promise<unknown>) => {
      const since = await stateOf(client);
      await change();
      return (await findChangesSince(client, since))?.withdraws;
    };
    const edited = () => addPosts(client, [postRecord("a", { title: "Other words" })]);
    expect(await withdraws(edited)).toBe(false);
    expect(await withdraws(() => addPosts(client, [postRecord("d")]))).toBe(false);
    expect(await withdraws(() => addPosts(client, [postRecord("b", { draft: true })]))).toBe(true);
    expect(await withdraws(() => addPosts(client, [postRecord("d", { title: "D" })]))).toBe(false);
    const since = await stateOf(client);
    await removeFiles(client, ["c.md"]);
    await settle(client, now);
    await addPosts(client, [postRecord("a", { title: "Words" })]);
    expect((await findChangesSince(client, since))?.withdraws).toBe(true);
    // A store of before this was noted may have been through anything.
    await client.execute("DELETE FROM meta WHERE name = 'withdrawal'");
    expect((await findChangesSince(client, await stateOf(client)))?.withdraws).toBe(true);
    expect(await withdraws(edited)).toBe(true);
  });

  it("says everything where more posts than it compares have changed, and starts anew from there", async () => {
    const many = (title: string) =>
      Array.from({ length: maxTouchedPosts + 5 }, (_, index) => postRecord(`p${index}`, { title }));
    const client = await createSettledStore(many("One"));
    expect(await touchedBy(client, () => addPosts(client, many("Two")))).toEqual(["everything"]);
    const edited = postRecord("p7", { title: "Two", body: packBody("other") });
    expect(await touchedBy(client, () => addPosts(client, [edited]))).toEqual(["post:p7"]);
  });

  it("keeps the tags of several changes for a server that was away", async () => {
    const client = await createSettledStore(three());
    const tags = await touchedBy(client, async () => {
      await addPosts(client, [postRecord("c", { day: "2023-03-05", body: packBody("1") })]);
      await addPosts(client, [postRecord("c", { day: "2023-03-05", body: packBody("2") })]);
      await addPosts(client, [
        postRecord("a", { day: "2023-01-05", tags: ["x"], body: packBody("3") }),
      ]);
    });
    expect(tags).toEqual(["post:a", "post:c"]);
  });

  it("keeps in mind what each site was last seen to show", async () => {
    const client = await createSettledStore(three());
    const { store } = await stateOf(client);
    await noteRefreshed(client, "http://a", 1);
    await noteRefreshed(client, "http://b", 2);
    await noteRefreshed(client, "http://a", 3);
    expect(await findRefreshed(client, "http://a")).toEqual({ store, change: 3 });
    expect(await findRefreshed(client, "http://b")).toEqual({ store, change: 2 });
    expect(await findRefreshed(client, "http://c")).toBeUndefined();
  });

  it("says everything to a server that saw the store as it was before it was restored from a copy", async () => {
    const client = await createSettledStore(three());
    const body = (text: string) => postRecord("c", { day: "2023-03-05", body: packBody(text) });
    const copied = await stateOf(client);
    await addPosts(client, [body("1")]);
    const seen = await stateOf(client);
    const { rows: history } = await client.execute("SELECT value FROM meta WHERE name = 'history'");
    // What restoring leaves of the log and its numbers.
    await client.execute("DELETE FROM changes");
    await client.execute({
      sql: "UPDATE meta SET value = ? WHERE name = 'change'",
      args: [String(copied.change)],
    });
    await client.execute({
      sql: "UPDATE meta SET value = ? WHERE name = 'history'",
      args: [JSON.stringify([copied.change])],
    });
    expect(await findChangesSince(client, seen)).toMatchObject({
      touched: "everything",
      state: copied,
    });
    await addPosts(client, [body("2")]);
    expect((await stateOf(client)).change).toBeGreaterThan(seen.change);
    expect(await findChangesSince(client, seen)).toMatchObject({ touched: "everything" });
    expect(await findChangesSince(client, copied)).toMatchObject({ touched: [{ tag: "post:c" }] });
    expect(JSON.parse(String(history[0]?.value))).toEqual([seen.change, copied.change]);
  });

  it("says everything to a server that knows another store", async () => {
    const client = await createSettledStore(three());
    const { change } = await stateOf(client);
    expect(await findChangesSince(client, { store: "another", change })).toMatchObject({
      touched: "everything",
    });
  });
});

/** Each tag of a small universe with all that the queries under it answer. */
async function renderAll(client: Client): Promise<Map<string, string>> {
  const rendered = new Map<string, unknown>();
  const all = { offset: 0, limit: 1000 };
  rendered.set(cacheTags.latest, [await countPosts(client), await readPosts(client, all)]);
  rendered.set(cacheTags.archive, await readMonths(client));
  for (const slug of slugs) {
    rendered.set(cacheTags.post(slug), await findPostBySlug(client, slug));
    rendered.set(cacheTags.neighbours(slug), await findNeighboursBySlug(client, slug));
  }
  for (const year of years) {
    const months = { first: year * 100 + 1, last: year * 100 + 12 };
    rendered.set(cacheTags.year(year), [
      await readMonths(client, months),
      await readPosts(client, all, months),
    ]);
    for (const month of monthNumbers) {
      const one = { first: year * 100 + month, last: year * 100 + month };
      rendered.set(cacheTags.month(year, month), await readPosts(client, all, one));
    }
  }
  for (const taxonomy of taxonomies) {
    const terms = await readTerms(client, taxonomy, all);
    rendered.set(cacheTags.taxonomy(taxonomy), [await countTerms(client, taxonomy), terms]);
    for (const slug of termSlugs) {
      const term = await findTermBySlug(client, taxonomy, slug);
      rendered.set(cacheTags.term(taxonomy, slug), [
        term,
        term && (await readPostsByTerm(client, term, all)),
      ]);
    }
  }
  for (const address of addresses) {
    rendered.set(cacheTags.redirect(address), await findRedirectedSlug(client, address));
  }
  rendered.set(cacheTags.page("about"), await findPageByAddress(client, "about"));
  rendered.set(cacheTags.author("x"), await findAuthorByName(client, "x"));
  return new Map([...rendered].map(([tag, value]) => [tag, JSON.stringify(value) ?? ""]));
}

const ids = ["p", "q", "r", "s", "t"];
const bases = ["p", "q", "r", "u"];
/** The first two want the same slug. */
const names = ["x", "X", "y"];
const years = [2022, 2023];
const monthNumbers = [1, 2];
const addresses = [...bases.map((slug) => addressKey(postUrl(slug))), 1, 2];

/** All slugs that the posts of this universe can have: a base, or one with the hash of an id. */
const slugs = new Set<string>(bases);

/** And those of terms: a name, or one with the hash of a name. */
const termSlugs = new Set<string>(["x", "y"]);

type Edit = { kind: "write"; post: PostRecord } | { kind: "remove" | "move"; id: string };

const postArbitrary = fc
  .record({
    id: fc.constantFrom(...ids),
    title: fc.constantFrom("One", "Two"),
    subtitle: fc.constantFrom("Under one", "Under two"),
    summary: fc.constantFrom("", "In short"),
    year: fc.constantFrom(...years),
    month: fc.constantFrom(...monthNumbers),
    day: fc.constantFrom(3, 4),
    draft: fc.boolean(),
    slugBase: fc.constantFrom(...bases),
    ownSlug: fc.boolean(),
    comments: fc.boolean(),
    terms: fc.uniqueArray(
      fc.record({ taxonomy: fc.constantFrom(...taxonomies), name: fc.constantFrom(...names) }),
      { maxLength: 3, selector: ({ taxonomy, name }) => `${taxonomy}/${name}` },
    ),
    oldAddresses: fc.subarray([1, 2]),
    body: fc.constantFrom("one", "two").map((text) => packBody(text)),
  })
  .map(({ year, month, day, ...post }) =>
    postRecord(post.id, { day: `${year}-0${month}-0${day}`, ...post }),
  );

const editArbitrary: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: postArbitrary.map((post): Edit => ({ kind: "write", post })) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("remove" as const, "move" as const),
      id: fc.constantFrom(...ids),
    }),
  },
);

async function apply(client: Client, edit: Edit): Promise<void> {
  if (edit.kind === "write") await writePosts(client, [edit.post]);
  else if (edit.kind === "remove") await removeFiles(client, [`${edit.id}.md`]);
  else {
    await moveFiles(client, [{ from: `${edit.id}.md`, to: "moved.md" }]);
    await moveFiles(client, [{ from: "moved.md", to: `${edit.id}.md` }]);
  }
}

const collectSlugs = async (client: Client) => {
  const { rows } = await client.execute("SELECT slug FROM posts WHERE slug IS NOT NULL");
  for (const { slug } of rows) slugs.add(String(slug));
  const { rows: terms } = await client.execute("SELECT slug FROM terms WHERE slug IS NOT NULL");
  for (const { slug } of terms) termSlugs.add(String(slug));
};

describe("for any edits of an archive", () => {
  it("the touched tags are those under which a query answers something else", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(editArbitrary, { minLength: 1, maxLength: 3 }), {
          minLength: 2,
          maxLength: 6,
        }),
        async (runs) => {
          const client = await createSettledStore([]);
          for (const edits of runs) {
            const before = await renderAll(client);
            const touched = new Set(
              await touchedBy(client, async () => {
                for (const edit of edits) await apply(client, edit);
                await settle(client, now);
              }),
            );
            await collectSlugs(client);
            const after = await renderAll(client);
            const different = [...after.keys()].filter(
              // A slug that turned up in this run showed nothing before.
              (tag) => (before.get(tag) ?? nothing(tag)) !== after.get(tag),
            );
            for (const tag of different) expect([...touched]).toContain(tag);
            const unneeded = [...touched].filter((tag) => !different.includes(tag));
            const allowed = edits.length === 1 ? /^redirect:/ : /^/;
            for (const tag of unneeded) expect(tag).toMatch(allowed);
            for (const tag of touched) expect(isCacheTag(tag)).toBe(true);
          }
          client.close();
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});

function nothing(tag: string): string {
  if (tag.startsWith("neighbours:")) return "{}";
  return tag.startsWith("term:") ? JSON.stringify([undefined, undefined]) : "";
}
