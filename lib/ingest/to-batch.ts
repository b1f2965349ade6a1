import { isWithdrawn } from "@/lib/content/read-remains";
import type { CompiledFile } from "@/lib/ingest/compile-files";
import type { Identities } from "@/lib/ingest/identities";
import type { Batch } from "@/lib/store/content-writer";

export interface Placement {
  identities: Identities;
  /** Fingerprint of what compiled the files. */
  pipeline: string;
  /** By path. */
  stamps: ReadonlyMap<string, string>;
  /** Milliseconds. */
  now: number;
  /** Whether the file at a path, as it is now, names an id. */
  namesId: (path: string, id: string) => boolean;
}

/** Gives compiled posts their ids, and so makes of compiled files what the store writes. */
export function toBatch(
  compiled: readonly CompiledFile[],
  { identities, pipeline, stamps, now, namesId }: Placement,
): Batch {
  const batch: Batch = { evictions: [], files: [], posts: [], pages: [], authors: [] };
  for (const { path, hash, findings, remains, document } of compiled) {
    const isMistake = remains !== undefined && !isWithdrawn(remains, now);
    const file = { path, hash, findings, pipeline, stamp: stamps.get(path) ?? "", isMistake };
    if (document?.type === "Post") {
      const id = identities.assign(path, document.record.ownId, namesId);
      batch.posts.push({ ...document.record, id });
      batch.files.push({ ...file, postId: id });
      evict(batch, identities.takeEvictions());
      continue;
    }
    // A file that can't be read today is the same post tomorrow.
    const postId = identities.find(path);
    batch.files.push({ ...file, ...(postId === undefined ? {} : { postId }) });
    if (document?.type === "Page") batch.pages.push(document.record);
    if (document?.type === "Author") batch.authors.push(document.record);
  }
  return batch;
}

/** A post that gives up its id may stand in the same batch, further up. */
function evict(batch: Batch, evictions: Batch["evictions"]): void {
  for (const { path, to } of evictions) {
    for (const post of batch.posts) if (post.path === path) post.id = to;
    for (const file of batch.files) if (file.path === path) file.postId = to;
  }
  batch.evictions.push(...evictions);
}
