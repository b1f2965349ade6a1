import { readFileSync } from "node:fs";
import path from "node:path";
import { listFieldDeclarations } from "@/lib/content/contentlayer";
import { type ReadResult, readDocument } from "@/lib/content/read-document";
import { describeUnreadable, isFileSystemError } from "@/lib/ingest/file-system-error";

/** Reads a file of the content folder as it is now; the path is relative to the folder. */
export type SourceReader = (file: string) => ReadResult;

/** A reader that answers for every file, also for one that is gone or can't be read. */
export async function createSourceReader(
  contentDirectory: string,
  timeZone: string,
): Promise<SourceReader> {
  const context = { declarations: await listFieldDeclarations(), timeZone };
  return (file) => {
    try {
      return readDocument(file, readFileSync(path.join(contentDirectory, file)), context);
    } catch (thrown) {
      if (!isFileSystemError(thrown)) throw thrown;
      return { outcome: "refused", findings: [describeUnreadable(thrown)] };
    }
  };
}
