import { mkdirSync } from "node:fs";
import path from "node:path";
import { type Client, createClient, type InStatement } from "@libsql/client";
import { type DatabaseAddress, databaseFile } from "@/lib/site/database-address";
import { describeFailure, markFailures } from "@/lib/site/database-failures";
import { waitPatiently } from "@/lib/store/patient-client";
import { schema, schemaVersion, tables } from "@/lib/store/schema";

/** How long a reader waits for a commit of the writer, or one writer for another, in milliseconds. */
const busyTimeout = 10_000;

/**
 * Of a page of the file, which a new file takes on, and an old one when it is compacted. Two bodies and a half fit into
 * SQLite's usual 4 KB: a quarter of the file would be empty.
 */
const pageBytes = 16_384;

/** How long a store on a server may take to answer, in milliseconds: a command, which may write much, and a page. */
const commandTimeout = 60_000;
const answerTimeout = 10_000;

const fetchWithin = (timeout: number) => (request: Request) =>
  fetch(request, { signal: AbortSignal.timeout(timeout) });

/** Opens the content store for a command; the tables are there once content has been brought in. */
export function openContentDatabase({ url, authToken }: DatabaseAddress): Client {
  const client = createClient({
    url,
    timeout: busyTimeout,
    fetch: fetchWithin(commandTimeout),
    ...(authToken === undefined ? {} : { authToken }),
  });
  return markFailures(client, "content");
}

/**
 * Opens the content store for a running site: a locked file or a server that is silent keeps one page waiting, and never
 * the others.
 */
export function openContentDatabaseForSite({ url, authToken }: DatabaseAddress): Client {
  const client = createClient({
    url,
    timeout: 0,
    fetch: fetchWithin(answerTimeout),
    ...(authToken === undefined ? {} : { authToken }),
  });
  return markFailures(waitPatiently(client), "content");
}

/**
 * Opens the content store for writing. A missing store, or one of another schema version, is set up empty.
 * The journal stays SQLite's default: no `-wal` file, so that the store can be shipped and read where nothing can be
 * written (decisions/0001-content-store.md).
 */
export async function openContentDatabaseForWriting(address: DatabaseAddress): Promise<Client> {
  try {
    const file = databaseFile(address);
    if (file !== undefined) mkdirSync(path.dirname(file), { recursive: true });
    const client = openContentDatabase(address);
    if (file !== undefined) await client.execute(`PRAGMA page_size = ${pageBytes}`);
    if (!(await isOfPresentVersion(client))) await setUp(client);
    return client;
  } catch (thrown) {
    if (thrown instanceof ContentStoreError) throw thrown;
    throw new ContentStoreError(describeFailure(thrown, "content", address.url), { cause: thrown });
  }
}

/** The store can't be opened or isn't ours; the message says what to do. */
export class ContentStoreError extends Error {
  override name = "ContentStoreError";
}

async function setUp(client: Client): Promise<void> {
  try {
    await makeTables(client);
  } catch (thrown) {
    // Another run was doing the same.
    if (!(await isOfPresentVersion(client))) throw thrown;
  }
}

async function makeTables(client: Client): Promise<void> {
  const version = await findMeta(client, "schema");
  const present = await listTables(client);
  const isOurs = present.length === 0 || version !== undefined;
  if (!isOurs) {
    throw new ContentStoreError(
      `CONTENT_DATABASE_URL names a database that holds something else (${present.slice(0, 5).join(", ")}); give the content store one of its own`,
    );
  }
  const memories = memoryTables.filter(({ from }) => present.includes(from));
  await client.batch(
    [
      ...(version === undefined ? [] : [failUnless(version)]),
      ...memories.map(({ name, columns, from, where }) => {
        return `CREATE TABLE ${name} AS SELECT ${columns} FROM ${from} WHERE ${where}`;
      }),
      ...tables.filter((name) => present.includes(name)).map((name) => `DROP TABLE "${name}"`),
      ...schema,
      { sql: "INSERT INTO meta VALUES ('schema', ?)", args: [schemaVersion] },
      ...memories.flatMap(({ name, to }) => [
        `INSERT OR REPLACE INTO ${to} SELECT * FROM ${name}`,
        `DROP TABLE ${name}`,
      ]),
    ],
    "write",
  );
}

/** There may be only one such row: a run that comes second must not throw away what the first one has made. */
const failUnless = (version: string): InStatement => ({
  sql: "INSERT INTO meta SELECT name, value FROM meta WHERE name = 'schema' AND value <> ?",
  args: [version],
});

/**
 * What nothing else remembers, and where it is while the other tables are made anew: the addresses that posts had before
 * they got others, the ids of those that were moved, and the last settings that were right. Until its file is read again, a post counts as one whose file is
 * away.
 */
const memoryTables = [
  {
    name: "former_redirects",
    columns: "address, post_id, declared",
    from: "redirects",
    where: "declared = 0",
    to: "redirects",
  },
  {
    name: "former_absent_posts",
    columns: "path, post_id",
    from: "absent_posts",
    where: "true",
    to: "absent_posts",
  },
  {
    name: "former_files",
    columns: "path, post_id",
    from: "files",
    where: "post_id IS NOT NULL",
    to: "absent_posts",
  },
  // Should the file have faults by now, this is what holds.
  {
    name: "former_settings",
    columns: "key, json",
    from: "settings",
    where: "true",
    to: "settings",
  },
];

async function listTables(client: Client): Promise<string[]> {
  const { rows } = await client.execute(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'libsql_%'",
  );
  return rows.map(({ name }) => String(name));
}

/** @throws ContentStoreError where code of another version has brought the store up to date; it may be empty */
export async function checkVersion(client: Client): Promise<void> {
  const version = await findMeta(client, "schema");
  if (version === undefined || version === schemaVersion) return;
  throw new ContentStoreError(
    "the content store was brought up to date by another version of the code than this site's: build and start the site again",
  );
}

/** Whether a store has the tables that this code reads and writes. */
export const isOfPresentVersion = async (client: Client): Promise<boolean> =>
  (await findMeta(client, "schema")) === schemaVersion;

/** A fact about the store as a whole; nothing where the store has never been filled. */
export async function findMeta(client: Client, name: string): Promise<string | undefined> {
  const { rows: tables } = await client.execute("SELECT 1 FROM sqlite_schema WHERE name = 'meta'");
  if (tables.length === 0) return undefined;
  const { rows } = await client.execute({
    sql: "SELECT value FROM meta WHERE name = ?",
    args: [name],
  });
  return rows[0] ? String(rows[0].value) : undefined;
}
