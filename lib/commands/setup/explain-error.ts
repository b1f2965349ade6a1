import path from "node:path";
import { isFileSystemError } from "@/lib/ingest/file-system-error";
import { explainDatabaseFailure } from "@/lib/site/database-failures";

/** Errors whose message is already what an operator needs. */
const explained: ReadonlySet<string> = new Set([
  "EnvironmentError",
  "EmptyFolderError",
  "LeaseLostError",
  "StoreMovedError",
  "ArchiveError",
  "UsageError",
]);

/**
 * What an operator can mend is said in one line: a variable, a folder that isn't there, a full disk, a database that can't
 * be used. Nothing where the error is a bug, which is better shown with its stack.
 */
export function explainError(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined;
  if (explained.has(thrown.name)) return thrown.message;
  const failure = explainDatabaseFailure(thrown);
  if (failure !== undefined) return failure;
  if (!isFileSystemError(thrown)) return undefined;
  const what = { ENOENT: "is not there", ENOTDIR: "is not a folder" }[thrown.code ?? ""];
  if (!what || !thrown.path) return thrown.message;
  return isOfContent(thrown.path)
    ? `${thrown.path} ${what}; set CONTENT_DIR to the folder of your post files`
    : `${thrown.path} ${what}`;
}

/** Whether a path is that of the content folder, or in it; the environment may be what is wrong, so it isn't asked. */
function isOfContent(place: string): boolean {
  const fromFolder = path.relative(process.env.CONTENT_DIR || "content", place);
  return fromFolder.split(path.sep)[0] !== ".." && !path.isAbsolute(fromFolder);
}
