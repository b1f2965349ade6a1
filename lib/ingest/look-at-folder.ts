import type { Client } from "@libsql/client";
import { idFromPath } from "@/lib/ingest/identities";
import {
  type FolderListing,
  type ListedFile,
  listFilesAt,
  listFolder,
} from "@/lib/ingest/list-files";
import type { RunFiles } from "@/lib/ingest/run-files";
import {
  type KnownFile,
  listHolders,
  listPathsWithoutTheirId,
  readAbsentPosts,
  readKnownFiles,
} from "@/lib/store/file-reader";

export interface Look extends FolderListing {
  /** What the store knows of the same files, and of those that are gone. */
  known: ReadonlyMap<string, KnownFile>;
  /** Ids of posts whose files were away, or some where no others matter; by path. */
  absent: ReadonlyMap<string, string>;
  /** Whether it was a look at some files alone. */
  isPartial: boolean;
}

interface LookOptions {
  /** Absolute path. */
  contentDirectory: string;
  /** Paths that may have changed; unset: any may have. */
  changed?: readonly string[] | undefined;
  /** Milliseconds. */
  now: number;
  contents: Pick<RunFiles, "hash" | "ownId">;
}

/** The files of the content folder, beside what the store knows of them: all, or some where no others matter. */
export async function lookAtFolder(client: Client, options: LookOptions): Promise<Look> {
  const { contentDirectory, changed, now } = options;
  if (changed) {
    // Those too that may have the id now that they ask for.
    const paths = [...new Set([...changed, ...(await listPathsWithoutTheirId(client))])];
    const files = listFilesAt(contentDirectory, paths, now);
    const known = await readKnownFiles(client, paths);
    const absent = await readAbsentPosts(client, paths);
    if (files && !(await concernOthers(client, files, known, absent, options))) {
      const listing = { files, hasLinkedFolders: false, closedFolders: [] };
      return { ...listing, known, absent, isPartial: true };
    }
  }
  return {
    ...listFolder(contentDirectory, now),
    known: await readKnownFiles(client),
    absent: await readAbsentPosts(client),
    isPartial: false,
  };
}

/**
 * Whether files that nobody spoke of may have to do with these: one that is gone may have gone there, one that has the
 * bytes of another may have come from there, and one may ask for the id of another's post.
 */
async function concernOthers(
  client: Client,
  files: readonly ListedFile[],
  known: ReadonlyMap<string, KnownFile>,
  absent: ReadonlyMap<string, string>,
  { contents }: LookOptions,
): Promise<boolean> {
  const present = new Set(files.map(({ path }) => path));
  if ([...known.keys()].some((path) => !present.has(path))) return true;
  const ids = files.flatMap(({ path }) =>
    [idFromPath(path), absent.get(path), contents.ownId(path)].filter((id) => id !== undefined),
  );
  const hashes = files.flatMap(({ path }) => contents.hash(path) ?? []);
  const holders = await listHolders(client, { ids, hashes });
  return holders.some((path) => !present.has(path));
}
