import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Client } from "@libsql/client";
import { afterEach, beforeEach, expect, it } from "vitest";
import { compact } from "@/lib/store/compact";
import { openContentDatabaseForWriting } from "@/lib/store/content-database";

let folder: string;
let client: Client;
const address = () => ({ url: `file:${path.join(folder, "content.db")}` });
const size = () => statSync(path.join(folder, "content.db")).size;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "masthead-compact-"));
  client = await openContentDatabaseForWriting(address());
  // A megabyte that is taken out again.
  await client.execute("INSERT INTO bodies VALUES (1, zeroblob(1000000), NULL)");
  await client.execute("DELETE FROM bodies");
});

afterEach(() => {
  client.close();
  rmSync(folder, { recursive: true });
});

it("takes out what a large run has left empty", async () => {
  const before = size();
  await compact(client, address(), 5000);
  expect(size()).toBeLessThan(before - 900_000);
  const { rows } = await client.execute("PRAGMA integrity_check");
  expect(rows[0]?.integrity_check).toBe("ok");
});

it("leaves a store alone that little has changed in, and one on a server", async () => {
  const before = size();
  await compact(client, address(), 20);
  await compact(client, { url: "http://127.0.0.1:1" }, 5000);
  expect(size()).toBe(before);
});
