import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Client } from "@libsql/client";
import { onTestFinished } from "vitest";
import { packBody } from "@/lib/store/body-codec";
import { openContentDatabaseForWriting } from "@/lib/store/content-database";
import { writeBatch } from "@/lib/store/content-writer";
import type { PostColumns } from "@/lib/store/post-column";
import type { PostRecord } from "@/lib/store/records";
import { settle } from "@/lib/store/settle";

/** For tests only: a store of its own, gone when the test is, and posts to put into it. */

export async function createTemporaryStore(): Promise<Client> {
  const folder = mkdtempSync(path.join(tmpdir(), "store-test-"));
  const client = await openContentDatabaseForWriting({ url: `file:${folder}/content.db` });
  onTestFinished(() => {
    client.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return client;
}

export const now = Date.parse("2024-01-01T00:00:00Z");

/** A post whose path, slug and title come from its id; the date is a day in UTC. */
export function postRecord(
  id: string,
  {
    day = "2023-10-28",
    tags = [],
    ...given
  }: Partial<PostRecord> & { day?: string; tags?: string[] } = {},
): PostRecord {
  return {
    id,
    path: `${id}.md`,
    title: `Title of ${id}`,
    date: Date.parse(day),
    month: Number(day.slice(0, 7).replace("-", "")),
    lang: "en",
    summary: "",
    readingMinutes: 1,
    comments: false,
    draft: false,
    slugBase: id,
    ownSlug: false,
    terms: tags.map((name) => ({ taxonomy: "tag", name })),
    oldAddresses: [],
    body: packBody(`<p>${id}</p>`),
    ...given,
  };
}

/** Writes posts as one batch, as a run does before it settles. */
export const writePosts = (
  client: Client,
  posts: PostRecord[],
  at = now,
  columns?: PostColumns,
): Promise<void> =>
  writeBatch(
    client,
    {
      evictions: [],
      files: posts.map(({ path, id }) => ({
        path,
        hash: "h",
        stamp: "",
        pipeline: "p",
        postId: id,
        findings: [],
      })),
      posts,
      pages: [],
      authors: [],
    },
    at,
    columns,
  );

export async function addPosts(
  client: Client,
  posts: PostRecord[],
  at = now,
  columns?: PostColumns,
): Promise<void> {
  await writePosts(client, posts, at, columns);
  await settle(client, at, columns);
}
