import { isFileSystemError } from "@/lib/ingest/file-system-error";

/** Errors whose message is already what an operator needs. */
const explained: ReadonlySet<string> = new Set([
  "EnvironmentError",
  "ContentStoreError",
  "CommentsStoreError",
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
  if (!isFileSystemError(thrown)) return undefined;
  const what = { ENOENT: "is not there", ENOTDIR: "is not a folder" }[thrown.code ?? ""];
  return what && thrown.path
    ? `${thrown.path} ${what}; set CONTENT_DIR to the folder of your post files`
    : thrown.message;
}

/** Ends the command. An error while modules are loaded arrives here too, so this must be the first import. */
process.on("uncaughtException", (thrown) => {
  const explanation = explainError(thrown);
  console.error(explanation === undefined ? thrown : `masthead: ${explanation}`);
  process.exit(1);
});
