import type { Client } from "@libsql/client";
import { isWithdrawn } from "@/lib/content/read-remains";
import { chooseDictionary } from "@/lib/ingest/choose-dictionary";
import { compileBatches } from "@/lib/ingest/compile-batches";
import { createFileCompiler } from "@/lib/ingest/compile-files";
import { GitAtWorkError, waitForGit } from "@/lib/ingest/git-at-work";
import { lookAgain } from "@/lib/ingest/guard-folder";
import type { Identities } from "@/lib/ingest/identities";
import type { RunOptions } from "@/lib/ingest/ingest-options";
import type { ListedFile } from "@/lib/ingest/list-files";
import type { RunFiles } from "@/lib/ingest/run-files";
import { type Placement, toBatch } from "@/lib/ingest/to-batch";
import { writeBatch } from "@/lib/store/content-writer";
import { removeFiles } from "@/lib/store/file-changes";
import { findKeptIds } from "@/lib/store/kept-versions";
import type { RunLease } from "@/lib/store/run-lease";

/** Compiles files batch by batch, and commits each batch. */
export async function compileChanges(
  client: Client,
  lease: RunLease,
  files: readonly ListedFile[],
  { identities, contents }: { identities: Identities; contents: RunFiles },
  options: RunOptions,
): Promise<void> {
  const { context, access, pipeline, now, onProgress } = options;
  const paths = files.map(({ path }) => path);
  const keptIds = paths.length === 0 ? undefined : await findKeptIds(client, paths, now);
  const placement: Placement = {
    identities,
    pipeline,
    stamps: new Map(files.map(({ path, stamp }) => [path, stamp])),
    now,
    namesId: (path, id) => {
      if (contents.ownId(path) === id) return true;
      const remains = contents.remains(path);
      return remains !== undefined && keptIds?.get(id) === path && !isWithdrawn(remains, now);
    },
  };
  const take = (path: string) => contents.take(path);
  const { dictionary, compiled } = await chooseDictionary(client, files, async () => {
    const compile = await createFileCompiler(context, access);
    return (sample) => compile(sample.map(({ path }) => ({ path, source: take(path) })));
  });
  const packing = { ...context, ...(dictionary ? { dictionary } : {}) };
  let done = 0;
  for await (const batch of compileBatches(files, { context: packing, take, compiled, access })) {
    lease.check();
    for (const { path, claims, remains } of batch) contents.note(path, claims, remains);
    const gone = batch.filter(({ isGone }) => isGone).map(({ path }) => path);
    if (gone.length > 0) await removeLate(client, gone, paths, identities, options);
    const there = batch.filter(({ isGone }) => !isGone);
    await writeBatch(client, toBatch(there, placement), now);
    done += batch.length;
    onProgress?.(done, files.length);
  }
}

/** Files that have gone since they were listed: one by one, as editors delete them, or with the folder. */
async function removeLate(
  client: Client,
  gone: readonly string[],
  listed: readonly string[],
  identities: Identities,
  { context: { contentDirectory }, mayBeEmptied, now }: RunOptions,
): Promise<void> {
  lookAgain(contentDirectory, listed, now, mayBeEmptied);
  if (!mayBeEmptied && (await waitForGit(contentDirectory))) {
    throw new GitAtWorkError(
      "Git was at work in the content folder while it was being read: run the command again",
    );
  }
  await removeFiles(client, gone);
  for (const path of gone) identities.remove(path);
}
