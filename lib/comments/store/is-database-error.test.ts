import { createClient } from "@libsql/client";
import { expect, it } from "vitest";
import { openCommentsDatabase } from "@/lib/comments/store/comments-database";
import { isDatabaseError } from "@/lib/comments/store/is-database-error";
import { createTemporaryComments } from "@/lib/comments/store/temporary-comments";

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );

/** Nobody listens at the first port of all. */
const nowhere = { url: "http://127.0.0.1:1" };

it.each<[string, () => Promise<unknown>]>([
  ["a server that isn't there", async () => createClient(nowhere).execute("SELECT 1")],
  ["one that isn't there at the start", () => openCommentsDatabase(nowhere)],
  [
    "a table that isn't there",
    async () => (await createTemporaryComments()).execute("SELECT * FROM nothing"),
  ],
])("the database has failed: %s", async (_, use) => {
  expect(isDatabaseError(await failureOf(use()))).toBe(true);
});

it("a mistake of ours is none of the database's", () => {
  expect(isDatabaseError(new TypeError("undefined is not a function"))).toBe(false);
  expect(isDatabaseError(new Error("no"))).toBe(false);
  expect(isDatabaseError(undefined)).toBe(false);
});
