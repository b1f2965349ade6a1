import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Client, Transaction } from "@libsql/client";
import { expect, it, onTestFinished } from "vitest";
import { openContentDatabase, openContentDatabaseForSite } from "@/lib/store/content-database";
import { withRunLease } from "@/lib/store/run-lease";
import {
  isStoreMoved,
  openStoreToWrite,
  StoreMovedError,
  withStoreToWrite,
} from "@/lib/store/store-file";
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

async function countPostsAt(address: { url: string }): Promise<number> {
  const client = openContentDatabase(address);
  try {
    return await countPosts(client);
  } finally {
    client.close();
  }
}

/** Writes to the disk before its commit, with a journal beside it, as large batches do. */
async function spill(transaction: Transaction): Promise<void> {
  await transaction.execute("DELETE FROM posts");
  await transaction.execute("PRAGMA cache_spill = 1");
  await transaction.execute("PRAGMA cache_size = 1");
  await transaction.execute("INSERT OR REPLACE INTO bodies VALUES (1, zeroblob(5000000), NULL)");
}

const threePosts = [postRecord("a"), postRecord("b"), postRecord("c")];

it("gives a new store its name when it is whole", async () => {
  const { file, address } = createAddress();
  const store = await open(address);
  await writePosts(store.client, threePosts);
  expect(existsSync(file)).toBe(false);
  await store.putInPlace();
  expect(await countPostsAt(address)).toBe(3);
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

it("doesn't play back what a deleted store has left beside it", async () => {
  const { file, address } = createAddress();
  const old = await open(address);
  await writePosts(old.client, threePosts);
  await old.putInPlace();
  const killed = openContentDatabase(address);
  onTestFinished(() => killed.close());
  const transaction = await killed.transaction("write");
  await spill(transaction);
  const journal = readFileSync(`${file}-journal`);
  await transaction.rollback();
  expect(journal.length).toBeGreaterThan(0);
  rmSync(file);
  writeFileSync(`${file}-journal`, journal);

  const made = await open(address);
  await writePosts(made.client, [postRecord("d")]);
  // It may be left at any moment.
  writeFileSync(`${file}-journal`, journal);
  await made.putInPlace();
  expect(await countPostsAt(address)).toBe(1);
});

it("leaves a store alone that has come to its place meanwhile", async () => {
  const { file, address } = createAddress();
  const other = createAddress();
  const moved = await open(other.address);
  await writePosts(moved.client, threePosts);
  await moved.putInPlace();

  const made = await open(address);
  await writePosts(made.client, [postRecord("d")]);
  renameSync(other.file, file);
  await expect(made.putInPlace()).rejects.toThrow(StoreMovedError);
  const again = await open(address);
  expect(await countPosts(again.client)).toBe(3);
  expect(existsSync(`${file}.new`)).toBe(false);
});

it("fills the file that a link leads to", async () => {
  const { file, address } = createAddress();
  const disk = createAddress();
  symlinkSync(disk.file, file);
  const made = await open(address);
  await writePosts(made.client, threePosts);
  await made.putInPlace();
  expect(lstatSync(file).isSymbolicLink()).toBe(true);
  expect(await countPostsAt(disk.address)).toBe(3);
});

it("begins again where the store was moved, and gives up where it always is", async () => {
  const { address } = createAddress();
  let times = 0;
  const work = async (until: number) => {
    times += 1;
    if (times < until) throw new StoreMovedError("moved");
    return "done";
  };
  await expect(withStoreToWrite(address, () => work(3))).resolves.toBe("done");
  await expect(withStoreToWrite(address, () => work(100))).rejects.toThrow(StoreMovedError);
  await expect(withStoreToWrite(address, () => Promise.reject(new Error("other")))).rejects.toThrow(
    "other",
  );
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
  await spill(transaction);
  expect(await countPosts(site)).toBe(3);
  await transaction.commit();
  await made.putInPlace();
  expect(await countPosts(site)).toBe(3);
});
