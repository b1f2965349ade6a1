import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Client } from "@libsql/client";
import { expect, it, onTestFinished } from "vitest";
import {
  openContentDatabaseForSite,
  openContentDatabaseForWriting,
} from "@/lib/store/content-database";

async function openTwice() {
  const folder = mkdtempSync(path.join(tmpdir(), "patient-test-"));
  const file = path.join(folder, "content.db");
  const address = { url: `file:${file}` };
  const writer = await openContentDatabaseForWriting(address);
  const reader = openContentDatabaseForSite(address);
  onTestFinished(() => {
    reader.close();
    writer.close();
    rmSync(folder, { recursive: true });
  });
  return { file, writer, reader };
}

/** A transaction that readers are locked out by before its commit, as by large batches, which don't fit into memory. */
async function lockOut(writer: Client) {
  const lock = await writer.transaction("write");
  await lock.execute("INSERT INTO months VALUES (202401, 3)");
  await lock.execute("PRAGMA cache_spill = 1");
  await lock.execute("PRAGMA cache_size = 1");
  await lock.execute("INSERT INTO bodies VALUES (1, zeroblob(5000000), NULL)");
  return lock;
}

it("waits for a lock while everything else goes on", async () => {
  const { writer, reader } = await openTwice();
  const lock = await lockOut(writer);
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 5);
  const answer = reader.execute("SELECT count FROM months");
  const count = reader.batch(["SELECT count(*) AS count FROM bodies"], "read");
  await expect.poll(() => ticks).toBeGreaterThan(5);
  await lock.commit();
  expect((await answer).rows).toMatchObject([{ count: 3 }]);
  expect((await count)[0]?.rows).toMatchObject([{ count: 1 }]);
  clearInterval(timer);
});

/** Locks of this process on a file, as Linux tells them. */
function listLocks(file: string): string[] {
  const { ino } = statSync(file);
  return readFileSync("/proc/locks", "utf8")
    .split("\n")
    .filter((line) => line.includes(` ${process.pid} `) && line.includes(`:${ino} `));
}

/** Another process, as publishing is, that locks readers out for a moment. */
const writeLarge = `import { createClient } from "@libsql/client";
  const lock = await createClient({ url: process.argv[1] }).transaction("write");
  await lock.execute("PRAGMA cache_spill = 1");
  await lock.execute("PRAGMA cache_size = 1");
  await lock.execute("INSERT INTO bodies VALUES (1, zeroblob(5000000), NULL)");
  console.log("locked");
  setTimeout(() => lock.commit(), 200);`;

it.runIf(existsSync("/proc/locks"))("has given back its lock when it has read", async () => {
  const { file, reader } = await openTwice();
  // A connection that knows the tables begins to read before it finds that it must wait.
  await reader.execute("SELECT count(*) AS count FROM bodies");
  const writer = spawn(process.execPath, ["--input-type=module", "-e", writeLarge, `file:${file}`]);
  await once(writer.stdout, "data");
  const { rows } = await reader.execute("SELECT count(*) AS count FROM bodies");
  expect(rows).toMatchObject([{ count: 1 }]);
  expect(listLocks(file)).toEqual([]);
});

it("says at once what is wrong otherwise", async () => {
  const { reader } = await openTwice();
  await expect(reader.execute("SELECT nonsense")).rejects.toThrow("nonsense");
});
