import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Client } from "@libsql/client";
import { onTestFinished } from "vitest";
import { type IngestSummary, ingest } from "@/lib/ingest/ingest";
import type { SourceAccess } from "@/lib/ingest/source-file";
import { completeSettings } from "@/lib/settings";
import { type CompileSettings, compileSettings } from "@/lib/site/compile-settings";
import { openContentDatabaseForWriting } from "@/lib/store/content-database";

/** For tests only: a content folder and a store of their own, gone when the test is. */

const settings = compileSettings(completeSettings({}));

export interface TemporaryArchive {
  /** Absolute path of the content folder. */
  folder: string;
  /** Absolute path of `public/`, which is not there until somebody makes it. */
  publicFolder: string;
  client: Client;
  settings: CompileSettings;
  write(file: string, content: string | Uint8Array): void;
  move(from: string, to: string): void;
  remove(file: string): void;
  /**
   * @param given `now` in milliseconds and the fingerprint of the pipeline, where they matter, paths where no others may
   *   have changed, how files are read, and who is told how far it is
   */
  ingest(given?: {
    now?: number;
    pipeline?: string;
    changed?: string[] | undefined;
    mayBeEmptied?: boolean;
    access?: SourceAccess;
    onProgress?: () => void;
  }): Promise<IngestSummary>;
}

export async function createTemporaryArchive(): Promise<TemporaryArchive> {
  const root = mkdtempSync(path.join(tmpdir(), "archive-test-"));
  const folder = path.join(root, "content");
  mkdirSync(folder);
  const client = await openContentDatabaseForWriting({ url: `file:${root}/content.db` });
  onTestFinished(() => {
    client.close();
    rmSync(root, { recursive: true, force: true });
  });
  const locate = (file: string) => {
    const absolute = path.join(folder, file);
    mkdirSync(path.dirname(absolute), { recursive: true });
    return absolute;
  };
  return {
    folder,
    publicFolder: path.join(root, "public"),
    client,
    settings,
    write: (file, content) => writeFileSync(locate(file), content),
    move: (from, to) => renameSync(locate(from), locate(to)),
    remove: (file) => rmSync(locate(file)),
    ingest: ({
      now = Date.now(),
      pipeline = "one",
      changed,
      mayBeEmptied,
      access,
      onProgress,
    } = {}) =>
      ingest(client, {
        context: { contentDirectory: folder, publicDirectory: path.join(root, "public") },
        pipeline,
        now,
        changed,
        mayBeEmptied,
        access,
        ...(onProgress ? { onProgress } : {}),
      }),
  };
}

/** A post file; `frontMatter` are further lines. */
export const postFile = (
  title: string,
  { date = "2023-10-28", frontMatter = "", body = `Text of ${title}.` } = {},
): string =>
  `---\ntitle: ${title}\ndate: ${date}\n${frontMatter && `${frontMatter}\n`}---\n${body}\n`;
