import { accessSync } from "node:fs";
import path from "node:path";
import { environment } from "@/lib/environment";
import { fingerprintPipeline } from "@/lib/ingest/fingerprint";
import { type IngestOptions, type IngestSummary, ingest } from "@/lib/ingest/ingest";
import { writeGenerated } from "@/lib/ingest/write-generated";
import { settings } from "@/lib/settings";
import { openContentDatabaseForWriting } from "@/lib/store/content-database";

/** Absolute path of the project: commands run in it. */
export const root = process.cwd();

export const contentDirectory = path.resolve(root, environment.contentDirectory);

/** Brings the store of this environment up to date, and with it what the application imports. */
export async function bringUpToDate(
  onProgress?: IngestOptions["onProgress"],
): Promise<IngestSummary> {
  // Before a store is made for a folder that isn't there.
  accessSync(contentDirectory);
  const client = await openContentDatabaseForWriting(environment.contentDatabase);
  try {
    const summary = await ingest(client, {
      context: { contentDirectory, publicDirectory: path.join(root, "public"), settings },
      pipeline: fingerprintPipeline(root),
      now: Date.now(),
      ...(onProgress ? { onProgress } : {}),
    });
    await writeGenerated(root, summary.generation);
    return summary;
  } finally {
    client.close();
  }
}
