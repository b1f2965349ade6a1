import { readdirSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { explainError } from "@/lib/commands/setup/explain-error";
import { openCommentsDatabase } from "@/lib/comments/store/comments-database";
import { createTemporaryComments } from "@/lib/comments/store/temporary-comments";
import { openContentDatabase, openContentDatabaseForWriting } from "@/lib/store/content-database";
import { createTemporaryStore } from "@/lib/store/temporary-store";

/** Nobody listens at the first port of all. */
const nowhere = { url: "http://127.0.0.1:1" };

const explanationOf = (work: () => unknown): Promise<string | undefined> =>
  Promise.resolve()
    .then(work)
    .then(
      () => "nothing has failed",
      (thrown: unknown) => explainError(thrown),
    );

it.each<[string, () => Promise<unknown>, RegExp]>([
  [
    "a table that isn't there",
    async () => (await createTemporaryComments()).execute("SELECT * FROM no_such_table"),
    /^the comments' database can't be used \(.*no_such_table.*\); check COMMENTS_DATABASE_URL and that its folder can be written; a damaged file has to come back from a copy/,
  ],
  [
    "several statements at once",
    async () => (await createTemporaryComments()).batch(["SELECT * FROM no_such_table"]),
    /^the comments' database can't be used .* check COMMENTS_DATABASE_URL/,
  ],
  [
    "a folder that can't be",
    () => openCommentsDatabase({ url: "file:/dev/null/c.db" }),
    /^the comments' database at file:\/dev\/null\/c\.db can't be used .* check COMMENTS_DATABASE_URL/,
  ],
  [
    "a server that isn't there",
    () => openCommentsDatabase(nowhere),
    /^the comments' database at http:\/\/127\.0\.0\.1:1 can't be reached \(.*\); see that its server runs, and check COMMENTS_DATABASE_URL$/,
  ],
])("the comments' database is named with its variable: %s", async (_, work, explanation) => {
  const said = await explanationOf(work);
  expect(said).toMatch(explanation);
  expect(said).not.toMatch(/content store|CONTENT_DATABASE_URL|made anew/);
});

it.each<[string, () => Promise<unknown>, RegExp]>([
  [
    "a table that isn't there",
    async () => (await createTemporaryStore()).execute("SELECT * FROM no_such_table"),
    /^the content store can't be used \(.*no_such_table.*\); check CONTENT_DATABASE_URL .* a damaged file can be deleted, it is made anew$/,
  ],
  [
    "a folder that can't be",
    () => openContentDatabaseForWriting({ url: "file:/dev/null/c.db" }),
    /^the content store at file:\/dev\/null\/c\.db can't be used .* check CONTENT_DATABASE_URL/,
  ],
  [
    "a server that isn't there",
    () => openContentDatabase(nowhere).execute("SELECT 1"),
    /^the content store can't be reached \(.*\); see that its server runs, and check CONTENT_DATABASE_URL$/,
  ],
])("the content store is named with its variable: %s", async (_, work, explanation) => {
  const said = await explanationOf(work);
  expect(said).toMatch(explanation);
  expect(said).not.toMatch(/comments/i);
});

it("the folder of posts is named for what is missing in it, and for nothing else", async () => {
  vi.stubEnv("CONTENT_DIR", "/nowhere/posts");
  expect(await explanationOf(() => readdirSync("/nowhere/posts"))).toBe(
    "/nowhere/posts is not there; set CONTENT_DIR to the folder of your post files",
  );
  expect(await explanationOf(() => readdirSync("/nowhere/exports"))).toBe(
    "/nowhere/exports is not there",
  );
  vi.unstubAllEnvs();
});

it("a mistake of ours is shown with its stack", () => {
  expect(explainError(new TypeError("undefined is not a function"))).toBeUndefined();
  expect(explainError(new Error("no"))).toBeUndefined();
  expect(explainError("no")).toBeUndefined();
});
