import type { Client } from "@libsql/client";
import { listFieldDeclarations } from "@/lib/content/contentlayer";
import { chooseDictionary } from "@/lib/ingest/choose-dictionary";
import { compileBatches } from "@/lib/ingest/compile-batches";
import { type CompileContext, createFileCompiler } from "@/lib/ingest/compile-files";
import { type Changes, compileAgain, findChanges, followIds } from "@/lib/ingest/find-changes";
import { findProblems } from "@/lib/ingest/find-problems";
import { fingerprintPipeline } from "@/lib/ingest/fingerprint";
import { Identities } from "@/lib/ingest/identities";
import type { ListedFile } from "@/lib/ingest/list-files";
import { lookAtFolder } from "@/lib/ingest/look-at-folder";
import { RunFiles } from "@/lib/ingest/run-files";
import { findSettingsOfRun, type SettingsOfRun } from "@/lib/ingest/settings-of-run";
import type { SourceAccess } from "@/lib/ingest/source-file";
import { type Placement, toBatch } from "@/lib/ingest/to-batch";
import { hasErrors, type Problem } from "@/lib/problem";
import { findGeneration } from "@/lib/store/change-log";
import { writeBatch } from "@/lib/store/content-writer";
import { moveFiles, removeFiles, restampFiles } from "@/lib/store/file-changes";
import { countFiles, findOwnIds, listPathsWithoutTheirId } from "@/lib/store/file-reader";
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
  /** How files are read; tests count. Files that are compiled in threads are read as always. */
  access?: SourceAccess | undefined;
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
  const declarations = await listFieldDeclarations();
  const reading = { declarations, timeZone: settings.timeZone };
  const contents = new RunFiles(contentDirectory, reading, options.access);
  const look = await lookAtFolder(client, { ...options, contentDirectory, contents });
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
  const changes = findChanges(files, known, options.pipeline, contents);

  if (changes.compile.length > 0 || changes.removed.length > 0) {
    // The id that they ask for may be free now.
    compileAgain(changes, files, await listPathsWithoutTheirId(client));
  }

  const ownIds = await findOwnIds(client, changes.removed);
  followIds(changes, known, ownIds, (path) => contents.ownId(path));
  await applyDisappearances(client, changes, identities);
  await compileChanges(client, lease, changes.compile, { identities, contents }, options);
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
    problems: [...site.problems, ...(await findProblems(client, contents))],
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
  { identities, contents }: { identities: Identities; contents: RunFiles },
  options: RunOptions,
): Promise<void> {
  const { context, access, pipeline, now, onProgress } = options;
  const placement: Placement = {
    identities,
    pipeline,
    stamps: new Map(files.map(({ path, stamp }) => [path, stamp])),
    namesId: (path, id) => contents.ownId(path) === id,
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
    for (const { path, claims } of batch) contents.note(path, claims);
    await writeBatch(client, toBatch(batch, placement), now);
    done += batch.length;
    onProgress?.(done, files.length);
  }
}
