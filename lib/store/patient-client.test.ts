import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import {
  openContentDatabaseForSite,
  openContentDatabaseForWriting,
} from "@/lib/store/content-database";

async function openTwice() {
  const folder = mkdtempSync(path.join(tmpdir(), "patient-test-"));
  const address = { url: `file:${folder}/content.db` };
  const writer = await openContentDatabaseForWriting(address);
  const reader = openContentDatabaseForSite(address);
  onTestFinished(() => {
    reader.close();
    writer.close();
    rmSync(folder, { recursive: true });
  });
  return { writer, reader };
}

it("waits for a lock while everything else goes on", async () => {
  const { writer, reader } = await openTwice();
  const lock = await writer.transaction("write");
  await lock.execute("INSERT INTO months VALUES (202401, 3)");
  // As large batches do, which don't fit into memory: readers are locked out before the commit.
  await lock.execute("PRAGMA cache_spill = 1");
  await lock.execute("PRAGMA cache_size = 1");
  await lock.execute("INSERT INTO bodies VALUES (1, zeroblob(5000000), NULL)");
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

it("says at once what is wrong otherwise", async () => {
  const { reader } = await openTwice();
  await expect(reader.execute("SELECT nonsense")).rejects.toThrow("nonsense");
});
