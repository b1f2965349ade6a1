import path from "node:path";
import { listFieldDeclarations } from "@/lib/content/contentlayer";
import { describeTooLarge } from "@/lib/content/decode-text";
import { type ReadResult, readDocument } from "@/lib/content/read-document";
import { describeUnreadable, isFileSystemError } from "@/lib/ingest/file-system-error";
import { readPostFile } from "@/lib/ingest/read-post-file";

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
      const read = readPostFile(path.join(contentDirectory, file));
      if (read.tooLarge) return { outcome: "refused", findings: [describeTooLarge(read.size)] };
      return readDocument(file, read.bytes, context);
    } catch (thrown) {
      if (!isFileSystemError(thrown)) throw thrown;
      return { outcome: "refused", findings: [describeUnreadable(thrown, file)] };
    }
  };
}
