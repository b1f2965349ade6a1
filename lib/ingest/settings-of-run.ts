import type { Client } from "@libsql/client";
import { fingerprintPipeline } from "@/lib/ingest/fingerprint";
import { readSiteFile } from "@/lib/ingest/read-site-file";
import type { Problem } from "@/lib/problem";
import { completeSettings } from "@/lib/settings";
import { type CompileSettings, compileSettings } from "@/lib/site/compile-settings";
import { readStoredSettings, type WrittenSettings } from "@/lib/store/site-settings";

/** The settings under which a run compiles, and what becomes of them. */
export interface SettingsOfRun {
  compile: CompileSettings;
  /** Whether they were others for compiling until now: then every document may come out otherwise. */
  compileAnew: boolean;
  /** What the store is to keep: where the file has errors, the last settings that were right. */
  written: WrittenSettings;
  problems: Problem[];
}

/** @param contentDirectory absolute path */
export async function findSettingsOfRun(
  client: Client,
  contentDirectory: string,
): Promise<SettingsOfRun> {
  const { read, problems } = readSiteFile(contentDirectory);
  const stored = await readStoredSettings(client);
  const before = compileSettings(completeSettings(stored.given));
  if (read.outcome === "refused") {
    return { compile: before, compileAnew: false, written: stored.written, problems };
  }
  const compile = compileSettings(completeSettings(read.settings));
  const compileAnew = fingerprintPipeline("", compile) !== fingerprintPipeline("", before);
  return { compile, compileAnew, written: read.written, problems };
}
