import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Client } from "@libsql/client";
import { expect, it, onTestFinished } from "vitest";
import { openContentDatabase, openContentDatabaseForSite } from "@/lib/store/content-database";
import { withRunLease } from "@/lib/store/run-lease";
import { isStoreMoved, openStoreToWrite } from "@/lib/store/store-file";
import { postRecord, writePosts } from "@/lib/store/temporary-store";

function createAddress() {
  const folder = mkdtempSync(path.join(tmpdir(), "store-file-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "content.db");
  return { file, address: { url: `file:${file}` } };
}

/** Opens it, and closes it when the test is over. */
async function open(address: { url: string }) {
  const store = await openStoreToWrite(address);
  onTestFinished(() => store.client.close());
  return store;
}

async function countPosts(client: Client): Promise<number> {
  const { rows } = await client.execute("SELECT count(*) AS count FROM posts");
  return Number(rows[0]?.count);
}

const threePosts = [postRecord("a"), postRecord("b"), postRecord("c")];

it("gives a new store its name when it is whole", async () => {
  const { file, address } = createAddress();
  const store = await open(address);
  await writePosts(store.client, threePosts);
  expect(existsSync(file)).toBe(false);
  await store.putInPlace();
  const placed = openContentDatabase(address);
  onTestFinished(() => placed.close());
  expect(await countPosts(placed)).toBe(3);
});

it("goes on with what a killed run has left, and not with an empty file that a look has made", async () => {
  const { file, address } = createAddress();
  const killed = await open(address);
  await writePosts(killed.client, threePosts);
  killed.client.close();
  writeFileSync(file, "");
  const next = await open(address);
  expect(await countPosts(next.client)).toBe(3);
});

it("tells a run that waited that the store has its name now", async () => {
  const { address } = createAddress();
  const [one, other] = [await open(address), await open(address)];
  await one.putInPlace();
  const thrown = await withRunLease(other.client, async () => "done").catch((error) => error);
  expect(isStoreMoved(thrown)).toBe(true);
  const again = await open(address);
  await writePosts(again.client, threePosts);
  expect(await countPosts(again.client)).toBe(3);
});

it("leaves a site alone that reads the file that was deleted", async () => {
  const { file, address } = createAddress();
  const old = await open(address);
  await writePosts(old.client, threePosts);
  await old.putInPlace();
  const site = openContentDatabaseForSite(address);
  onTestFinished(() => site.close());
  expect(await countPosts(site)).toBe(3);
  rmSync(file);

  const made = await open(address);
  const transaction = await made.client.transaction("write");
  await transaction.execute("DELETE FROM posts");
  // Spilled to the disk before its commit, with a journal, as large batches are.
  await transaction.execute("PRAGMA cache_spill = 1");
  await transaction.execute("PRAGMA cache_size = 1");
  await transaction.execute("INSERT INTO bodies VALUES (1, zeroblob(5000000), NULL)");
  expect(await countPosts(site)).toBe(3);
  await transaction.commit();
  await made.putInPlace();
  expect(await countPosts(site)).toBe(3);
});
