import path from "node:path";
import type { Client } from "@libsql/client";
import { chooseDictionary } from "@/lib/ingest/choose-dictionary";
import { describeConflict, listClaims } from "@/lib/ingest/claims";
import { compileBatches } from "@/lib/ingest/compile-batches";
import type { CompileContext } from "@/lib/ingest/compile-files";
import { isFileSystemError } from "@/lib/ingest/file-system-error";
import { type Changes, compileAgain, findChanges, followIds } from "@/lib/ingest/find-changes";
import { fingerprintPipeline } from "@/lib/ingest/fingerprint";
import { Identities } from "@/lib/ingest/identities";
import { hashPostFile, type ListedFile } from "@/lib/ingest/list-files";
import { lookAtFolder } from "@/lib/ingest/look-at-folder";
import { readPostFile } from "@/lib/ingest/read-post-file";
import { findSettingsOfRun, type SettingsOfRun } from "@/lib/ingest/settings-of-run";
import { createSourceReader, type SourceReader } from "@/lib/ingest/source-reader";
import { type Placement, toBatch } from "@/lib/ingest/to-batch";
import { compareProblems, hasErrors, type Problem } from "@/lib/problem";
import { findGeneration } from "@/lib/store/change-log";
import { writeBatch } from "@/lib/store/content-writer";
import { moveFiles, removeFiles, restampFiles } from "@/lib/store/file-changes";
import {
  countFiles,
  findOwnIds,
  listConflicts,
  listPathsWithoutTheirId,
  listProblems,
} from "@/lib/store/file-reader";
import { type RunLease, withRunLease } from "@/lib/store/run-lease";
import { isUnsettled, settle } from "@/lib/store/settle";
import { writeSettings } from "@/lib/store/site-settings";

export interface IngestOptions {
  context: Pick<CompileContext, "contentDirectory" | "publicDirectory">;
  /** Fingerprint of the code that compiles documents. */
  pipeline: string;
  /** Milliseconds since 1970 UTC. */
  now: number;
  /**
   * Paths of the files that may have changed since the store was brought up to date, relative to the content folder;
   * unset: any may have. Only where the last run found no linked folders.
   */
  changed?: readonly string[] | undefined;
  /** Whether it is meant that a folder of many files holds none any more. */
  mayBeEmptied?: boolean | undefined;
  /** Called after each batch with the number of files that are done. */
  onProgress?: (done: number, total: number) => void;
  /** Called where another run is under way, whose end is waited for. */
  onWait?: () => void;
}

/** Fewer files than this may all go at once without a question. */
const fewFiles = 20;

/** The folder holds nothing where the store knows many files: a disk that isn't there, rather than an editor's wish. */
class EmptyFolderError extends Error {
  override name = "EmptyFolderError";
}

export interface IngestSummary {
  /** Post files in the folder. */
  files: number;
  compiled: number;
  unchanged: number;
  /** Paths that no file has any more, those of moved files among them. */
  deleted: number;
  problems: Problem[];
  /** Whether the settings of the last time stay, because the file of the present ones has errors. */
  settingsAreKept: boolean;
  /** Of the store after the run. */
  generation: string;
  /** Whether folders of the content folder are links, so that the next run must look at all of it. */
  hasLinkedFolders: boolean;
}

/**
 * Brings the store up to date with the content folder, at the cost of what has changed. A run that is killed leaves
 * what it has committed, and the next one goes on from there. Runs take turns.
 */
export const ingest = (client: Client, options: IngestOptions): Promise<IngestSummary> =>
  withRunLease(
    client,
    async (lease) => {
      const settings = await findSettingsOfRun(client, options.context.contentDirectory);
      return ingestAlone(client, lease, settings, {
        ...options,
        context: { ...options.context, settings: settings.compile },
        pipeline: fingerprintPipeline(options.pipeline, settings.compile),
        changed: settings.compileAnew ? undefined : options.changed,
      });
    },
    options.onWait,
  );

interface RunOptions extends IngestOptions {
  context: CompileContext;
}

async function ingestAlone(
  client: Client,
  lease: RunLease,
  site: SettingsOfRun,
  options: RunOptions,
): Promise<IngestSummary> {
  // What a killed run has left half-way is put right first: it counts as a change of its own.
  if (await isUnsettled(client)) await settle(client, options.now);
  const { contentDirectory, settings } = options.context;
  const read = await createSourceReader(contentDirectory, settings.timeZone);
  const hashFile = (file: string) => hashFileOf(contentDirectory, file);
  const look = await lookAtFolder(client, { ...options, contentDirectory, read, hashFile });
  const { files, known } = look;
  if (files.length === 0 && known.size >= fewFiles && !look.isPartial && !options.mayBeEmptied) {
    throw new EmptyFolderError(
      `the content folder ${contentDirectory} holds no post file, but ${known.size} are in the store: is its disk there? If it is meant, run \`npm run content -- --empty\``,
    );
  }
  await writeSettings(client, site.written);
  const identities = new Identities(
    known,
    look.absent,
    files.map(({ path }) => path),
  );
  const changes = findChanges(files, known, options.pipeline, hashFile);

  if (changes.compile.length > 0 || changes.removed.length > 0) {
    // The id that they ask for may be free now.
    compileAgain(changes, files, await listPathsWithoutTheirId(client));
  }

  followIds(changes, known, await findOwnIds(client, changes.removed), (path) => {
    const result = read(path);
    const id = result.outcome === "read" ? result.source.fields.id : undefined;
    return typeof id === "string" ? id : undefined;
  });
  await applyDisappearances(client, changes, identities);
  await compileChanges(client, lease, changes.compile, identities, read, options);
  lease.check();
  if (changes.restamped.length > 0) await restampFiles(client, changes.restamped);
  await settle(client, options.now);

  const count = look.isPartial ? await countFiles(client) : files.length;
  return {
    files: count,
    compiled: changes.compile.length,
    unchanged: count - changes.compile.length,
    deleted: changes.gone.length,
    // A screen shows the first ones.
    problems: [...site.problems, ...(await findProblems(client, read))],
    settingsAreKept: hasErrors(site.problems),
    generation: await findGeneration(client),
    hasLinkedFolders: look.hasLinkedFolders,
  };
}

async function applyDisappearances(
  client: Client,
  { moved, removed }: Changes,
  identities: Identities,
): Promise<void> {
  if (moved.length > 0) {
    await moveFiles(client, moved);
    identities.move(moved);
  }
  if (removed.length > 0) {
    await removeFiles(client, removed);
    for (const path of removed) identities.remove(path);
  }
}

async function compileChanges(
  client: Client,
  lease: RunLease,
  files: readonly ListedFile[],
  identities: Identities,
  read: SourceReader,
  options: RunOptions,
): Promise<void> {
  const { pipeline, now, onProgress } = options;
  const placement: Placement = {
    identities,
    pipeline,
    stamps: new Map(files.map(({ path, stamp }) => [path, stamp])),
    namesId: (path, id) => {
      const result = read(path);
      return result.outcome === "read" && result.source.fields.id === id;
    },
  };
  const dictionary = await chooseDictionary(client, files, options.context);
  const context = { ...options.context, ...(dictionary ? { dictionary } : {}) };
  let done = 0;
  for await (const compiled of compileBatches(files, context)) {
    lease.check();
    await writeBatch(client, toBatch(compiled, placement), now);
    done += compiled.length;
    onProgress?.(done, files.length);
  }
}

/** Every problem of every file; what two files both claim is looked up where it stands. */
async function findProblems(client: Client, read: SourceReader): Promise<Problem[]> {
  const conflicts = await listConflicts(client);
  const described = conflicts.map((conflict) => {
    const result = read(conflict.path);
    const claims = result.outcome === "read" ? listClaims(conflict.path, result) : [];
    return describeConflict(conflict, claims.find(({ field }) => field === conflict.field)?.at);
  });
  return [...(await listProblems(client)), ...described].sort(compareProblems);
}

function hashFileOf(contentDirectory: string, file: string): string | undefined {
  try {
    return hashPostFile(readPostFile(path.join(contentDirectory, file)));
  } catch (thrown) {
    // Compiling it will say why it can't be read.
    if (isFileSystemError(thrown)) return undefined;
    throw thrown;
  }
}
