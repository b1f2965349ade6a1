import { createClient } from "@libsql/client";
import { expect, it } from "vitest";
import { openCommentsDatabase } from "@/lib/comments/store/comments-database";
import { createTemporaryComments } from "@/lib/comments/store/temporary-comments";
import { explainDatabaseFailure, markFailures } from "@/lib/site/database-failures";

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

/** Nobody listens at the first port of all. */
const nowhere = { url: "http://127.0.0.1:1" };

it.each<[string, () => Promise<unknown>]>([
  [
    "a server that isn't there",
    async () => markFailures(createClient(nowhere), "comments").execute("SELECT 1"),
  ],
  ["one that isn't there at the start", () => openCommentsDatabase(nowhere)],
  [
    "a table that isn't there",
    async () => (await createTemporaryComments()).execute("SELECT * FROM nothing"),
  ],
])("the database has failed: %s", async (_, use) => {
  expect(explainDatabaseFailure(await failureOf(use()))).toContain("COMMENTS_DATABASE_URL");
});

it("a mistake of ours is none of the database's", () => {
  expect(explainDatabaseFailure(new TypeError("undefined is not a function"))).toBeUndefined();
  expect(explainDatabaseFailure(new Error("no"))).toBeUndefined();
  expect(explainDatabaseFailure(undefined)).toBeUndefined();
});
