import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
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

it.each([
  ["EACCES", /^\/srv\/\\u001bposts may not be used; give the user who runs this the right/],
  ["EROFS", /is on a disk that can't be written; mount it writable/],
  ["ENOSPC", /its disk is full; make room/],
  ["EISDIR", /^\/srv\/\\u001bposts is a folder$/],
])("what the system says of a place has its remedy: %s", (code, explanation) => {
  const said = { code, syscall: "mkdir", path: "/srv/\u001bposts" };
  expect(explainError(Object.assign(new Error(code), said))).toMatch(explanation);
});

it("a full disk is told to make room on, and nothing is called damaged", async () => {
  // Files, wherever the tests have their comments: of a server's disk its own log tells.
  const folder = mkdtempSync(path.join(tmpdir(), "full-disk-test-"));
  const comments = await openCommentsDatabase({ url: `file:${folder}/comments.db` });
  onTestFinished(() => {
    comments.close();
    rmSync(folder, { recursive: true });
  });
  for (const store of [await createTemporaryStore(), comments]) {
    await store.execute("CREATE TABLE filler (bytes BLOB)");
    const pages = (await store.execute("PRAGMA page_count")).rows[0]?.page_count;
    await store.execute(`PRAGMA max_page_count = ${pages}`);
    const said = await explanationOf(() =>
      store.execute("INSERT INTO filler VALUES (zeroblob(1000000))"),
    );
    expect(said).toMatch(/ can't grow, its disk is full \(.*SQLITE_FULL.*\); make room there/);
    expect(said).not.toMatch(/damaged/);
  }
});

it("a mistake of ours is shown with its stack", () => {
  expect(explainError(new TypeError("undefined is not a function"))).toBeUndefined();
  expect(explainError(new Error("no"))).toBeUndefined();
  expect(explainError("no")).toBeUndefined();
});
