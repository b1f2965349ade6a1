import { readFileSync } from "node:fs";
import path from "node:path";
import type { Client } from "@libsql/client";
import { compileBatches } from "@/lib/ingest/compile-batches";
import type { CompileContext, CompiledFile } from "@/lib/ingest/compile-files";
import { isFileSystemError } from "@/lib/ingest/file-system-error";
import { type Changes, findChanges } from "@/lib/ingest/find-changes";
import { Identities } from "@/lib/ingest/identities";
import { hashBytes, type ListedFile, listFiles } from "@/lib/ingest/list-files";
import type { Problem } from "@/lib/problem";
import {
  type Batch,
  moveFiles,
  removeFiles,
  restampFiles,
  writeBatch,
} from "@/lib/store/content-writer";
import { listPathsWithoutTheirId, listProblems, readKnownFiles } from "@/lib/store/file-reader";
import { updateGeneration } from "@/lib/store/generation";
import { settle } from "@/lib/store/settle";

export interface IngestOptions {
  context: CompileContext;
  /** Fingerprint of all that compiles documents. */
  pipeline: string;
  /** Milliseconds since 1970 UTC. */
  now: number;
  /** Called after each batch with the number of files that are done. */
  onProgress?: (done: number, total: number) => void;
}

export interface IngestSummary {
  /** Post files in the folder. */
  files: number;
  compiled: number;
  unchanged: number;
  /** Paths that are gone, moved files among them. */
  deleted: number;
  problems: Problem[];
  /** Of the store after the run; the same content gives the same generation. */
  generation: string;
}

/**
 * Brings the store up to date with the content folder, at the cost of what has changed. A run that is killed leaves
 * what it has committed, and the next one goes on from there.
 */
export async function ingest(client: Client, options: IngestOptions): Promise<IngestSummary> {
  const files = listFiles(options.context.contentDirectory, options.now);
  const known = await readKnownFiles(client);
  for (const path of await listPathsWithoutTheirId(client)) {
    const record = known.get(path);
    if (record) known.set(path, { ...record, pipeline: "" });
  }
  const identities = new Identities([...known].map(([path, record]) => ({ path, ...record })));
  const changes = findChanges(files, known, options.pipeline, (file) =>
    hashFile(options.context.contentDirectory, file),
  );

  await applyDisappearances(client, changes, identities);
  await compileChanges(client, changes.compile, identities, options);
  if (changes.restamped.length > 0) await restampFiles(client, changes.restamped);
  await settle(client, options.now);

  return {
    files: files.length,
    compiled: changes.compile.length,
    unchanged: changes.unchanged,
    deleted: changes.removed.length + changes.moved.length,
    problems: await listProblems(client),
    generation: await updateGeneration(client),
  };
}

async function applyDisappearances(
  client: Client,
  { moved, removed }: Changes,
  identities: Identities,
): Promise<void> {
  if (moved.length > 0) {
    await moveFiles(client, moved);
    for (const move of moved) identities.move(move);
  }
  if (removed.length > 0) {
    await removeFiles(client, removed);
    for (const path of removed) identities.forget(path);
  }
}

async function compileChanges(
  client: Client,
  files: readonly ListedFile[],
  identities: Identities,
  options: IngestOptions,
): Promise<void> {
  const { pipeline, now, onProgress } = options;
  const stamps = new Map(files.map(({ path, stamp }) => [path, stamp]));
  let done = 0;
  for await (const compiled of compileBatches(files, options.context)) {
    await writeBatch(client, toBatch(compiled, identities, pipeline, stamps), now);
    done += compiled.length;
    onProgress?.(done, files.length);
  }
}

function toBatch(
  compiled: readonly CompiledFile[],
  identities: Identities,
  pipeline: string,
  stamps: ReadonlyMap<string, string>,
): Batch {
  const batch: Batch = { files: [], posts: [], pages: [], authors: [] };
  for (const { path, hash, findings, document } of compiled) {
    const file = { path, hash, findings, pipeline, stamp: stamps.get(path) ?? "" };
    if (document?.type === "Post") {
      const id = identities.assign(path, document.record.ownId);
      batch.posts.push({ ...document.record, id });
      batch.files.push({ ...file, postId: id });
      continue;
    }
    identities.forget(path);
    batch.files.push(file);
    if (document?.type === "Page") batch.pages.push(document.record);
    if (document?.type === "Author") batch.authors.push(document.record);
  }
  return batch;
}

function hashFile(contentDirectory: string, file: string): string | undefined {
  try {
    return hashBytes(readFileSync(path.join(contentDirectory, file)));
  } catch (thrown) {
    // Compiling it will say why it can't be read.
    if (isFileSystemError(thrown)) return undefined;
    throw thrown;
  }
}
