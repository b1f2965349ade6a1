import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openContentDatabaseForWriting } from "@/lib/store/content-database";
import { findNextDue, publishDue } from "@/lib/store/due-posts";
import { readPosts } from "@/lib/store/read-posts";
import { withRunLease } from "@/lib/store/run-lease";
import { addPosts, now, postRecord, writePosts } from "@/lib/store/temporary-store";

it("are found and made public by their dates, drafts and stores of another version left alone", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "due-test-"));
  const address = { url: `file:${folder}/content.db` };
  const client = await openContentDatabaseForWriting(address);
  onTestFinished(() => {
    client.close();
    rmSync(folder, { recursive: true });
  });
  const idsOf = async () => (await readPosts(client, { offset: 0, limit: 9 })).map(({ id }) => id);
  expect(await findNextDue(address)).toBeUndefined();
  await addPosts(client, [
    postRecord("past"),
    postRecord("draft", { day: "2024-02-01", draft: true }),
    postRecord("soon", { day: "2024-03-01" }),
    postRecord("later", { day: "2024-04-01" }),
  ]);
  expect(await findNextDue(address)).toBe(Date.parse("2024-03-01"));
  await Promise.all([
    publishDue(address, Date.parse("2024-03-01")),
    publishDue(address, Date.parse("2024-03-01")),
  ]);
  expect(await idsOf()).toEqual(["soon", "past"]);
  expect(await findNextDue(address)).toBe(Date.parse("2024-04-01"));

  // A run that is still writing ends with publishing what is due.
  await withRunLease(client, async () => {
    await writePosts(client, [postRecord("new", { day: "2023-01-01" })]);
    expect(await publishDue(address, Date.parse("2024-04-02"))).toBe(false);
    expect(await findNextDue(address)).toBe(Date.parse("2024-04-01"));
  });
  // One that was killed is put right.
  expect(await publishDue(address, now)).toBe(true);
  expect(await idsOf()).toEqual(["soon", "past", "new"]);

  await client.execute("UPDATE meta SET value = 'other' WHERE name = 'schema'");
  expect(await findNextDue(address)).toBeUndefined();
  await publishDue(address, Date.parse("2024-05-01"));
  expect(await idsOf()).toEqual(["soon", "past", "new"]);
  expect(now).toBeLessThan(Date.parse("2024-03-01"));
});
