import { accessSync } from "node:fs";
import path from "node:path";
import type { Client } from "@libsql/client";
import { clearLeftovers } from "@/lib/commands/content/clear-leftovers";
import { requireTwoDatabases } from "@/lib/commands/setup/require-two-databases";
import { listRunningSites } from "@/lib/commands/site/running-sites";
import { environment } from "@/lib/environment";
import { type IngestSummary, ingest } from "@/lib/ingest/ingest";
import type { IngestOptions } from "@/lib/ingest/ingest-options";
import { lookAhead } from "@/lib/ingest/look-ahead";
import { writeGenerated } from "@/lib/ingest/write-generated";
import { completeSettings } from "@/lib/settings";
import { databaseFile } from "@/lib/site/database-address";
import type { SiteSettings } from "@/lib/site/site-settings";
import { type ContentState, findContentState } from "@/lib/store/change-log";
import { compact } from "@/lib/store/compact";
import {
  ContentStoreError,
  findMeta,
  isOfPresentVersion,
  openContentDatabase,
} from "@/lib/store/content-database";
import { listShown, type OutdatedFile } from "@/lib/store/kept-versions";
import { schemaVersion } from "@/lib/store/schema";
import { isUnsettled } from "@/lib/store/settle";
import { readStoredSettings } from "@/lib/store/site-settings";
import { hasStore, isStoreMoved, withStoreToWrite } from "@/lib/store/store-file";

/** Absolute path of the project: commands run in it. */
export const root = process.cwd();

export const contentDirectory = path.resolve(root, environment.contentDirectory);

const placesOfRun = { contentDirectory, publicDirectory: path.join(root, "public") };

/** Of the code that this process runs, whatever becomes of its files meanwhile: the bundler has put it beside this file. */
async function ownCompiler(): Promise<string> {
  const { href } = new URL("./compiler-fingerprint.mjs", import.meta.url);
  const { compilerFingerprint }: { compilerFingerprint: string } = await import(href);
  return compilerFingerprint;
}

/** How the last run of this process left the store, where a later one needs to look only at what has changed since. */
let left: ContentState | undefined;

/** @param options `changed` are the paths that may have changed since this was last called; unset: any may have */
export type UpdateOptions = Pick<
  IngestOptions,
  "changed" | "mayBeEmptied" | "onProgress" | "onWait"
>;

/** Brings the store of this environment up to date, and with it what the application imports. */
export async function bringUpToDate(options: UpdateOptions = {}): Promise<IngestSummary> {
  // Before a store is made for a folder that isn't there.
  accessSync(contentDirectory);
  requireTwoDatabases(environment);
  await refuseUnderOtherCode();
  // A watcher need not look at each save.
  if (left === undefined)
    clearLeftovers(
      root,
      path.basename(databaseFile(environment.contentDatabase) ?? ""),
      Date.now(),
    );
  const { changed, ...listeners } = options;
  const pipeline = await ownCompiler();
  return withStoreToWrite(environment.contentDatabase, async ({ client, putInPlace }) => {
    // Another process may have brought content in, and the store may be another one.
    const isAsLeft = left !== undefined && isSameState(left, await findContentState(client));
    left = undefined;
    const summary = await ingest(client, {
      context: placesOfRun,
      pipeline,
      now: Date.now(),
      changed: isAsLeft ? changed : undefined,
      ...listeners,
    });
    if (!summary.hasLinkedFolders) left = await findContentState(client);
    await compactIfPossible(client, summary);
    await putInPlace();
    await writeGenerated(root, summary.generation);
    return summary;
  });
}

/**
 * Looks, before anybody asks, at what the store lacks: with what changes from now on, that is all that the next run of this
 * process needs to look at.
 * @returns its paths; nothing where the next run must look at the whole folder
 */
export const lookAheadOfRun = (): Promise<string[] | undefined> =>
  withPresentStore(async (client) => {
    if (!(await isOfPresentVersion(client)) || (await isUnsettled(client))) return undefined;
    const state = await findContentState(client);
    const differing = await lookAhead(client, {
      context: placesOfRun,
      pipeline: await ownCompiler(),
      now: Date.now(),
    });
    if (differing) left = state;
    return differing;
  });

/** A site that was built from other code can't read the tables that this code makes. */
async function refuseUnderOtherCode(): Promise<void> {
  const version = await findStoredVersion();
  if (version === undefined || version === schemaVersion) return;
  const [running] = await listRunningSites(root, environment.contentDatabase.url);
  if (running) {
    throw new ContentStoreError(
      `the site that runs here on port ${running.port} was built from other code, and reads a content store of another form: stop it, and start it again (npm start)`,
    );
  }
}

const isSameState = (one: ContentState, other: ContentState | undefined): boolean =>
  one.store === other?.store && one.change === other.change;

/** Everything is in the store already: a disk that is too full for its compact copy must not keep it from readers. */
async function compactIfPossible(client: Client, { compiled, deleted }: IngestSummary) {
  try {
    await compact(client, environment.contentDatabase, compiled + deleted);
  } catch (thrown) {
    if (isStoreMoved(thrown)) throw thrown;
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    console.error(`masthead: the content store stays larger than it need be (${reason})`);
  }
}

/** Where the store of this environment stands; nothing where it was never brought up to date. */
export const findStoredState = (): Promise<ContentState | undefined> =>
  withPresentStore(async (client) =>
    // One of another version is about to be made anew.
    (await isOfPresentVersion(client)) ? findContentState(client) : undefined,
  );

/** The settings of the publication as the store of this environment has them, with the defaults. */
export async function findStoredSettings(): Promise<SiteSettings> {
  const stored = await withPresentStore(async (client) =>
    (await isOfPresentVersion(client)) ? readStoredSettings(client) : undefined,
  );
  return completeSettings(stored?.given ?? {}, environment.siteUrl);
}

/** Of some files, those of which readers see a version that stays while they have mistakes. */
export const findShownVersions = async (paths: readonly string[]): Promise<OutdatedFile[]> =>
  (await withPresentStore(async (client) =>
    (await isOfPresentVersion(client)) ? listShown(client, paths, Date.now()) : [],
  )) ?? [];

const findStoredVersion = (): Promise<string | undefined> =>
  withPresentStore((client) => findMeta(client, "schema"));

/** Nothing where there is no store yet. */
async function withPresentStore<Result>(
  ask: (client: Client) => Promise<Result>,
): Promise<Result | undefined> {
  const file = databaseFile(environment.contentDatabase);
  if (file !== undefined && !hasStore(file)) return undefined;
  const client = openContentDatabase(environment.contentDatabase);
  try {
    return await ask(client);
  } finally {
    client.close();
  }
}
