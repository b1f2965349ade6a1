import { createClient } from "@libsql/client";
import { describe, expect, it, onTestFinished } from "vitest";
import { cacheTags } from "@/lib/cache-tags";
import { findChangesSince, findContentState } from "@/lib/store/change-log";
import { text } from "@/lib/store/column-kinds";
import type { ColumnUse, PostColumn, PostColumns } from "@/lib/store/post-column";
import { postColumns } from "@/lib/store/post-columns";
import { buildSchema, schemaVersion, versionOf } from "@/lib/store/schema";
import { addPosts, createTemporaryStore, postRecord } from "@/lib/store/temporary-store";

type Use = ColumnUse & { decidesAddress?: true };

/** The table with one column more. */
const withMotto = (use: Use): PostColumns => ({
  ...postColumns,
  motto: { name: "its_motto", of: text, optional: true, ...use },
});

async function createStoreWith(columns: PostColumns) {
  const client = createClient({ url: ":memory:" });
  onTestFinished(() => client.close());
  await client.batch(buildSchema(columns), "write");
  const write = async (motto?: string) => {
    const record = postRecord("b", { day: "2023-02-05", tags: ["x", "y"], oldAddresses: [7] });
    await addPosts(client, [{ ...record, ...(motto ? { motto } : {}) }], undefined, columns);
  };
  await addPosts(
    client,
    [postRecord("a", { day: "2023-01-05", tags: ["x"] }), postRecord("c", { day: "2023-03-05" })],
    undefined,
    columns,
  );
  await write();
  const touchedBy = async (motto?: string): Promise<string[]> => {
    const since = await findContentState(client);
    await write(motto);
    const found = await findChangesSince(client, since);
    if (!found || found.touched === "everything") return ["everything"];
    return found.touched.map(({ tag }) => tag).sort();
  };
  return { client, touchedBy };
}

const listings = ["latest", "month:2023-2", "term:tag:x", "term:tag:y", "year:2023"];

const uses: [what: string, use: Use, touched: string[]][] = [
  ["in links", { shown: "links" }, ["neighbours:a", "neighbours:c", "post:b", ...listings]],
  ["in listings", { shown: "listings" }, ["post:b", ...listings]],
  ["on the post's page", { shown: "page" }, ["post:b"]],
  ["nowhere", { shown: "nowhere", queried: true }, []],
  [
    "by where an old address leads",
    { shown: "indirectly", decidesAddress: true },
    [cacheTags.redirect(7)],
  ],
];

describe("a column that is added to the table", () => {
  it.each(uses)(
    "and shown %s makes exactly that stale when it changes alone",
    async (_what, use, touched) => {
      const { client, touchedBy } = await createStoreWith(withMotto(use));
      const expected = [...touched].sort();
      expect(await touchedBy("One")).toEqual(expected);
      const { rows } = await client.execute("SELECT its_motto FROM posts WHERE id = 'b'");
      expect(rows).toEqual([{ its_motto: "One" }]);
      expect(await touchedBy("Two")).toEqual(expected);
      expect(await touchedBy("Two")).toEqual([]);
      expect(await touchedBy()).toEqual(expected);
    },
  );

  it("makes another version of the store", () => {
    const versions = uses.map(([, use]) => versionOf(buildSchema(withMotto(use))));
    expect(versions).not.toContain(schemaVersion);
    expect(versionOf(buildSchema())).toBe(schemaVersion);
  });
});

describe("the table of columns", () => {
  it("has every column of posts, and no other", async () => {
    const client = await createTemporaryStore();
    const { rows } = await client.execute("SELECT name FROM pragma_table_info('posts')");
    expect(rows.map(({ name }) => name)).toEqual(
      Object.values(postColumns).map(({ name }) => name),
    );
  });

  it("tells the columns that an index has from the others", async () => {
    const client = await createTemporaryStore();
    const { rows: keys } = await client.execute(
      `SELECT name FROM pragma_table_info('posts') WHERE pk > 0
        UNION SELECT part.name FROM pragma_index_list('posts') AS found, pragma_index_info(found.name) AS part`,
    );
    const { rows: conditions } = await client.execute(
      "SELECT substr(sql, instr(sql, ' WHERE ')) AS text FROM sqlite_schema WHERE tbl_name = 'posts' AND sql LIKE '% WHERE %' AND type = 'index'",
    );
    const words = conditions.flatMap(({ text }) => String(text).match(/\w+/g) ?? []);
    const indexed = [...keys.map(({ name }) => String(name)), ...words];
    for (const { name, ...column } of Object.values<PostColumn>(postColumns)) {
      expect(indexed.includes(name), name).toBe(column.queried ?? false);
    }
  });
});
