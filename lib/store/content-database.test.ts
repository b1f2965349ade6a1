import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createClient } from "@libsql/client";
import { expect, onTestFinished, test } from "vitest";
import { checkVersion, openContentDatabaseForWriting } from "@/lib/store/content-database";
import { tables } from "@/lib/store/schema";
import { readStoredSettings } from "@/lib/store/site-settings";

function temporaryUrl(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "database-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return `file:${folder}/content.db`;
}

const tablesIn = async (url: string) => {
  const client = createClient({ url });
  const { rows } = await client.execute("SELECT name FROM sqlite_schema WHERE type = 'table'");
  client.close();
  return rows.map(({ name }) => String(name));
};

test("a database that holds something else is refused and stays as it was", async () => {
  const url = temporaryUrl();
  const other = createClient({ url });
  await other.batch(["CREATE TABLE customers (name TEXT)", "INSERT INTO customers VALUES ('Lin')"]);
  other.close();
  await expect(openContentDatabaseForWriting({ url })).rejects.toThrow(/customers/);
  expect(await tablesIn(url)).toEqual(["customers"]);
});

test("a store of another version is told apart, and only the settings, and the addresses and ids that posts had, are taken over", async () => {
  const url = temporaryUrl();
  const before = await openContentDatabaseForWriting({ url });
  await expect(checkVersion(before)).resolves.toBeUndefined();
  await before.batch([
    "INSERT INTO redirects VALUES (1, 'a', 0), (2, 'a', 1)",
    `INSERT INTO files (path, hash, stamp, pipeline, post_id, problems)
      VALUES ('moved.md', '', '', '', 'b', '[]'), ('about.md', '', '', '', NULL, '[]')`,
    "INSERT INTO absent_posts VALUES ('away.md', 'c')",
    `INSERT INTO settings VALUES (1, '{"name":"Ours"}')`,
    "UPDATE meta SET value = 'former' WHERE name = 'schema'",
  ]);
  await expect(checkVersion(before)).rejects.toThrow("start the site again");
  before.close();
  const after = await openContentDatabaseForWriting({ url });
  const { rows } = await after.execute("SELECT * FROM redirects");
  expect(rows).toEqual([{ address: 1, post_id: "a", declared: 0 }]);
  const absent = await after.execute("SELECT * FROM absent_posts");
  expect(absent.rows).toEqual([
    { path: "away.md", post_id: "c" },
    { path: "moved.md", post_id: "b" },
  ]);
  expect((await readStoredSettings(after)).given).toEqual({ name: "Ours" });
  after.close();
});

test("two runs that make the tables at once don't disturb one another", async () => {
  const url = temporaryUrl();
  const open = () => openContentDatabaseForWriting({ url });
  const first = await Promise.all([open(), open()]);
  await first[0].batch([
    "INSERT INTO files (path, hash, stamp, pipeline, post_id, problems) VALUES ('a.md', '', '', '', 'a', '[]')",
    "UPDATE meta SET value = 'former' WHERE name = 'schema'",
  ]);
  const second = await Promise.all([open(), open()]);
  const { rows } = await second[0].execute("SELECT path, post_id FROM absent_posts");
  expect(rows).toEqual([{ path: "a.md", post_id: "a" }]);
  for (const client of [...first, ...second]) client.close();
});

test("a store of another version is made anew, and what is not ours beside it stays", async () => {
  const url = temporaryUrl();
  const client = await openContentDatabaseForWriting({ url });
  await client.batch(["UPDATE meta SET value = 'old'", "CREATE TABLE comments (id TEXT)"]);
  client.close();
  (await openContentDatabaseForWriting({ url })).close();
  expect(await tablesIn(url)).toEqual(expect.arrayContaining([...tables, "comments"]));
});

test("an address that can't be used is said with what to do", async () => {
  await expect(openContentDatabaseForWriting({ url: "file:/dev/null/x.db" })).rejects.toThrow(
    /content store at .* can't be used .*CONTENT_DATABASE_URL/,
  );
});
