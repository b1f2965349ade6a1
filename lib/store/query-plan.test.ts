import type { Client, InStatement } from "@libsql/client";
import { expect, it } from "vitest";
import { findRedirectedSlug } from "@/lib/store/read-pages";
import {
  countPosts,
  findNeighboursBySlug,
  findPostBySlug,
  readMonths,
  readPosts,
} from "@/lib/store/read-posts";
import { findTermBySlug, readPostsByTerm } from "@/lib/store/read-terms";
import { addPosts, createTemporaryStore, postRecord } from "@/lib/store/temporary-store";

/** A client that keeps the statements that pass through it. */
function listenTo(client: Client): { client: Client; statements: InStatement[] } {
  const statements: InStatement[] = [];
  const listening = new Proxy(client, {
    get(target, name) {
      if (name === "execute") {
        return (statement: InStatement) => {
          statements.push(statement);
          return target.execute(statement);
        };
      }
      if (name === "batch") {
        return (batch: InStatement[], mode: "read") => {
          statements.push(...batch);
          return target.batch(batch, mode);
        };
      }
      return Reflect.get(target, name);
    },
  });
  return { client: listening, statements };
}

async function explain(client: Client, statement: InStatement): Promise<string[]> {
  const { sql, args } = typeof statement === "string" ? { sql: statement, args: [] } : statement;
  const { rows } = await client.execute({
    sql: `EXPLAIN QUERY PLAN ${sql}`,
    ...(args ? { args } : {}),
  });
  return rows.map(({ detail }) => String(detail));
}

const slice = { offset: 20, limit: 10 };

const queries: [string, (client: Client) => Promise<unknown>][] = [
  ["the latest posts", (client) => readPosts(client, slice)],
  ["the posts of a year", (client) => readPosts(client, slice, { first: 202301, last: 202312 })],
  [
    "the posts of a term",
    (client) => readPostsByTerm(client, { taxonomy: "tag", slug: "t", count: 50 }, slice),
  ],
  [
    "the oldest posts of a term",
    (client) =>
      readPostsByTerm(client, { taxonomy: "tag", slug: "t", count: 50 }, { offset: 40, limit: 10 }),
  ],
  ["the neighbours of a post", (client) => findNeighboursBySlug(client, "a1")],
  ["a post", (client) => findPostBySlug(client, "a1")],
  ["a term", (client) => findTermBySlug(client, "tag", "t")],
  ["a redirect", (client) => findRedirectedSlug(client, 1)],
  ["the number of posts", (client) => countPosts(client)],
  ["the months", (client) => readMonths(client)],
];

it.each(queries)(
  "%s come from indexes, without reading or sorting whole tables",
  async (_what, query) => {
    const store = await createTemporaryStore();
    await addPosts(
      store,
      Array.from({ length: 50 }, (_, n) => postRecord(`a${n}`, { tags: ["t"] })),
    );
    const { client, statements } = listenTo(store);
    await query(client);
    expect(statements.length).toBeGreaterThan(0);
    for (const statement of statements) {
      const plan = await explain(store, statement);
      // A page of posts, once cut out of the index (`listed`), may be put in order, and so may the few posts
      // that claim one old address: they are short.
      const cutOut = plan.includes("SCAN listed") || plan.join().includes("SEARCH redirects");
      const costly = plan.filter((step) =>
        cutOut ? /^SCAN (?!listed$)/.test(step) : /^SCAN (?!json_each)|TEMP B-TREE/.test(step),
      );
      expect(costly, plan.join("\n")).toEqual([]);
    }
  },
);
