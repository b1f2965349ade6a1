import type { Client } from "@libsql/client";
import { compileChanges } from "@/lib/ingest/compile-changes";
import type { Changes } from "@/lib/ingest/find-changes";
import { findProblems, sayWhatIsShown } from "@/lib/ingest/find-problems";
import { findWork } from "@/lib/ingest/find-work";
import { fingerprintPipeline } from "@/lib/ingest/fingerprint";
import { Identities } from "@/lib/ingest/identities";
import type { IngestOptions, RunOptions } from "@/lib/ingest/ingest-options";
import { findSettingsOfRun, type SettingsOfRun } from "@/lib/ingest/settings-of-run";
import { hasErrors, type Problem } from "@/lib/problem";
import { findGeneration } from "@/lib/store/change-log";
import { moveFiles, removeFiles, restampFiles } from "@/lib/store/file-changes";
import { countFiles } from "@/lib/store/file-reader";
import { listOutdated, type OutdatedFile } from "@/lib/store/kept-versions";
import { type RunLease, withRunLease } from "@/lib/store/run-lease";
import { isUnsettled, settle } from "@/lib/store/settle";
import { writeSettings } from "@/lib/store/site-settings";

export interface IngestSummary {
  /** Post files in the folder. */
  files: number;
  compiled: number;
  unchanged: number;
  /** Paths that no file has any more, those of moved files among them. */
  deleted: number;
  problems: Problem[];
  /** Files with mistakes of which readers see the last version that was right. */
  outdated: OutdatedFile[];
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

async function ingestAlone(
  client: Client,
  lease: RunLease,
  site: SettingsOfRun,
  options: RunOptions,
): Promise<IngestSummary> {
  // What a killed run has left half-way is put right first: it counts as a change of its own.
  if (await isUnsettled(client)) await settle(client, options.now);
  const { contents, look, changes } = await findWork(client, options);
  const { files, known } = look;
  await writeSettings(client, site.written, {
    isMistaken: hasErrors(site.problems),
    now: options.now,
  });
  const identities = new Identities(
    known,
    look.absent,
    files.map(({ path }) => path),
  );
  await applyDisappearances(client, changes, identities);
  await compileChanges(client, lease, changes.compile, { identities, contents }, options);
  lease.check();
  if (changes.restamped.length > 0) await restampFiles(client, changes.restamped);
  await settle(client, options.now);

  const outdated = await listOutdated(client);
  const count = look.isPartial ? await countFiles(client) : files.length;
  return {
    files: count,
    compiled: changes.compile.length,
    unchanged: count - changes.compile.length,
    deleted: changes.gone.length,
    // A screen shows the first ones.
    problems: [
      ...sayWhatIsShown(site.problems, outdated),
      ...(await findProblems(client, contents, outdated)),
    ],
    outdated,
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
