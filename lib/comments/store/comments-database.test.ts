import { createClient } from "@libsql/client";
import { expect, it } from "vitest";
import { openCommentsDatabase } from "@/lib/comments/store/comments-database";
import { migrations } from "@/lib/comments/store/migrations";
import { createTemporaryAddress } from "@/lib/comments/store/temporary-comments";

it("sets a new database up, once, whoever else starts at the same moment", async () => {
  const url = await createTemporaryAddress();
  const clients = await Promise.all([1, 2, 3, 4].map(() => openCommentsDatabase({ url })));
  for (const client of clients) {
    const { rows } = await client.execute("SELECT version FROM comment_migrations");
    expect(rows.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
    client.close();
  }
});

it("keeps what is there when it is opened again", async () => {
  const url = await createTemporaryAddress();
  const first = await openCommentsDatabase({ url });
  await first.execute("INSERT INTO closed_threads VALUES ('a', 1)");
  first.close();
  const second = await openCommentsDatabase({ url });
  expect((await second.execute("SELECT post_id FROM closed_threads")).rows).toHaveLength(1);
  second.close();
});

it("waits for the disk at every commit", async () => {
  const url = await createTemporaryAddress();
  if (!url.startsWith("file:")) return;
  const client = await openCommentsDatabase({ url });
  const [journal, synchronous] = await client.batch(["PRAGMA journal_mode", "PRAGMA synchronous"]);
  expect(journal?.rows[0]?.journal_mode).toBe("wal");
  expect(synchronous?.rows[0]?.synchronous).toBe(2);
  client.close();
});

it("leaves a database that holds something else alone", async () => {
  const url = await createTemporaryAddress();
  const other = createClient({ url });
  await other.execute("CREATE TABLE invoices (id)");
  await expect(openCommentsDatabase({ url })).rejects.toThrow(
    /holds something else: invoices.*COMMENTS_DATABASE_URL/,
  );
  const { rows } = await other.execute("SELECT name FROM sqlite_schema WHERE type = 'table'");
  expect(rows.map(({ name }) => name)).toEqual(["invoices"]);
  other.close();
});

it("refuses a database of a newer version", async () => {
  const url = await createTemporaryAddress();
  const client = await openCommentsDatabase({ url });
  await client.execute("INSERT INTO comment_migrations VALUES (999, 0)");
  client.close();
  await expect(openCommentsDatabase({ url })).rejects.toThrow(/newer version.*999/);
});
