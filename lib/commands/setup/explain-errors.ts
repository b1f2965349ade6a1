import { isFileSystemError } from "@/lib/ingest/file-system-error";

/** Errors whose message is already what an operator needs. */
const explained: ReadonlySet<string> = new Set([
  "EnvironmentError",
  "ContentStoreError",
  "CommentsStoreError",
  "EmptyFolderError",
  "LeaseLostError",
  "StoreMovedError",
  "ArchiveError",
  "UsageError",
]);

/**
 * What an operator can mend is said in one line: a variable, a folder that isn't there, a full disk, a store that can't
 * be opened. Nothing where the error is a bug, which is better shown with its stack.
 */
export function explainError(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined;
  if (explained.has(thrown.name)) return thrown.message;
  if (thrown.name === "LibsqlError" || thrown.name === "LibsqlBatchError") {
    return `the content store can't be used (${thrown.message}); check CONTENT_DATABASE_URL and that its folder can be written; a damaged file can be deleted, it is made anew`;
  }
  if (isUnreachable(thrown)) {
    const { cause } = thrown;
    return `a store can't be reached (${cause instanceof Error ? cause.message || cause.name : thrown.message}); see that its server runs, and that CONTENT_DATABASE_URL and COMMENTS_DATABASE_URL are right`;
  }
  if (!isFileSystemError(thrown)) return undefined;
  const what = { ENOENT: "is not there", ENOTDIR: "is not a folder" }[thrown.code ?? ""];
  return what && thrown.path
    ? `${thrown.path} ${what}; set CONTENT_DIR to the folder of your post files`
    : thrown.message;
}

/** As `fetch` says it, through which the driver speaks to servers. */
const isUnreachable = (thrown: Error): boolean =>
  thrown.name === "TimeoutError" ||
  (thrown instanceof TypeError && thrown.message === "fetch failed");

/** Ends the command. An error while modules are loaded arrives here too, so this must be the first import. */
process.on("uncaughtException", (thrown) => {
  const explanation = explainError(thrown);
  console.error(explanation === undefined ? thrown : `masthead: ${explanation}`);
  process.exit(1);
});
