import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Client } from "@libsql/client";
import { expect, it, onTestFinished, vi } from "vitest";
import { openContentDatabaseForWriting } from "@/lib/store/content-database";
import { findPostBySlug } from "@/lib/store/read-posts";
import { addPosts, postRecord, writePosts } from "@/lib/store/temporary-store";

it("is read as it was until the file that took its place is filled", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "content-store-test-"));
  const file = path.join(folder, "content.db");
  const url = `file:${file}`;
  const clients: Client[] = [];
  const createStore = async () => {
    const client = await openContentDatabaseForWriting({ url });
    clients.push(client);
    return client;
  };
  vi.stubEnv("CONTENT_DATABASE_URL", url);
  vi.resetModules();
  const { contentStore, openContentStore, presentContentStore } = await import(
    "@/lib/queries/content-store"
  );
  onTestFinished(() => {
    vi.unstubAllEnvs();
    for (const client of [...clients, openContentStore.value?.client]) client?.close();
    openContentStore.value = undefined;
    rmSync(folder, { recursive: true });
  });
  const isThere = async (client: Client, slug: string) =>
    (await findPostBySlug(client, slug)) !== undefined;

  await addPosts(await createStore(), [postRecord("old")]);
  expect(await isThere(contentStore(), "old")).toBe(true);

  rmSync(file);
  expect(await isThere(await presentContentStore(), "old")).toBe(true);
  const replacement = await createStore();
  await writePosts(replacement, [postRecord("new")]);
  // A run is under way: nothing of it is to be seen yet.
  expect(await isThere(await presentContentStore(), "old")).toBe(true);
  expect(await isThere(contentStore(), "old")).toBe(true);

  await addPosts(replacement, [postRecord("new")]);
  expect(await isThere(await presentContentStore(), "new")).toBe(true);
  expect(await isThere(contentStore(), "old")).toBe(false);
});
