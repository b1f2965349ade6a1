import type { Client } from "@libsql/client";
import { listFieldDeclarations } from "@/lib/content/contentlayer";
import { type Changes, compileAgain, findChanges, followIds } from "@/lib/ingest/find-changes";
import { followBodies } from "@/lib/ingest/follow-bodies";
import { waitForGit } from "@/lib/ingest/git-at-work";
import { refuseLoss } from "@/lib/ingest/guard-folder";
import type { RunOptions } from "@/lib/ingest/ingest-options";
import { type Look, lookAtFolder } from "@/lib/ingest/look-at-folder";
import { RunFiles } from "@/lib/ingest/run-files";
import { findOwnIds, listPathsWithoutTheirId } from "@/lib/store/file-reader";

interface Work {
  contents: RunFiles;
  look: Look;
  changes: Changes;
}

/**
 * What there is to do; nothing is written yet.
 * @throws EmptyFolderError and GitAtWorkError where files are missing that nobody seems to have deleted
 */
export async function findWork(client: Client, options: RunOptions): Promise<Work> {
  const { contentDirectory, settings } = options.context;
  const declarations = await listFieldDeclarations();
  for (;;) {
    const reading = { declarations, timeZone: settings.timeZone };
    const contents = new RunFiles(contentDirectory, reading, options.access);
    const look = await lookAtFolder(client, { ...options, contentDirectory, contents });
    const changes = await compareWithStore(client, look, contents, options);
    const removed = changes.removed.length;
    const isMeant = removed === 0 || options.mayBeEmptied === true;
    if (!isMeant && (await waitForGit(contentDirectory))) continue;
    if (!isMeant) {
      refuseLoss(contentDirectory, { files: look.files.length, known: look.known.size, removed });
    }
    return { contents, look, changes };
  }
}

async function compareWithStore(
  client: Client,
  { files, known, closedFolders }: Look,
  contents: RunFiles,
  { pipeline, context }: RunOptions,
): Promise<Changes> {
  const changes = findChanges(files, known, pipeline, contents, closedFolders);
  if (changes.compile.length > 0 || changes.removed.length > 0) {
    // The id that they ask for may be free now.
    compileAgain(changes, files, await listPathsWithoutTheirId(client));
  }
  const ownIds = await findOwnIds(client, changes.removed);
  const remains = (path: string) => contents.remains(path);
  followIds(changes, known, ownIds, (path) => contents.ownId(path) ?? remains(path)?.id);
  await followBodies(client, changes, known, remains, context);
  return changes;
}
