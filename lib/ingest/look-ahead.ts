import type { Client } from "@libsql/client";
import { fingerprintPipeline } from "@/lib/ingest/fingerprint";
import type { IngestOptions } from "@/lib/ingest/ingest-options";
import { listFolder } from "@/lib/ingest/list-files";
import { findSettingsOfRun } from "@/lib/ingest/settings-of-run";
import { readKnownFiles } from "@/lib/store/file-reader";

/**
 * Paths of which the store doesn't know the present state, without reading a file or writing anything: what a run would
 * look into. Beside what changes from now on, that is all that the next run needs to look at.
 * @returns nothing where it must look at the whole folder
 */
export async function lookAhead(
  client: Client,
  {
    context: { contentDirectory },
    pipeline,
    now,
  }: Pick<IngestOptions, "context" | "pipeline" | "now">,
): Promise<string[] | undefined> {
  const { compile, compileAnew } = await findSettingsOfRun(client, contentDirectory);
  const { files, hasLinkedFolders, closedFolders } = listFolder(contentDirectory, now);
  if (compileAnew || hasLinkedFolders || closedFolders.length > 0) return undefined;
  const present = fingerprintPipeline(pipeline, compile);
  const known = await readKnownFiles(client);
  const differing: string[] = [];
  for (const { path, stamp } of files) {
    const before = known.get(path);
    known.delete(path);
    const isSame = stamp !== "" && before?.stamp === stamp && before.pipeline === present;
    if (!isSame) differing.push(path);
  }
  return [...differing, ...known.keys()];
}
