import "@/lib/commands/setup/explain-errors";
import "@/lib/commands/setup/load-environment";
import {
  type CommentsOptions,
  readCommentsOptions,
} from "@/lib/commands/comments/comments-options";
import { eraseForReader } from "@/lib/commands/comments/erase-comments";
import { exportToFile } from "@/lib/commands/comments/export-comments";
import { importFromFile } from "@/lib/commands/comments/import-comments";
import { backUpAloud, restoreAloud } from "@/lib/commands/comments/keep-database";
import { refreshThreads } from "@/lib/commands/comments/refresh-threads";
import { root } from "@/lib/commands/content/bring-up-to-date";
import { requireTwoDatabases } from "@/lib/commands/setup/require-two-databases";
import { commentsStore } from "@/lib/comments/comments-store";
import { CommentsStoreError } from "@/lib/comments/store/comments-database";
import { listThreads } from "@/lib/comments/store/transfer-comments";
import { environment } from "@/lib/environment";

/** `npm run comments -- …`: the comments' database, for its keeper. */

const options = readCommentsOptions(process.argv.slice(2));
const { commentsDatabase } = environment;
if (!commentsDatabase) {
  throw new CommentsStoreError(
    "COMMENTS_DATABASE_URL is not set: there is no database of comments",
  );
}
requireTwoDatabases(environment);
// These two open it in their own way: neither brings the database that is there to today's version.
if (options.command === "backup") await backUpAloud(commentsDatabase, options);
else if (options.command === "restore") await restoreAloud(root, commentsDatabase, options);
else await withStore(options);

async function withStore(asked: Exclude<CommentsOptions, { command: "backup" | "restore" }>) {
  const store = await commentsStore();
  try {
    if (asked.command === "export") await exportToFile(store, asked.file);
    else if (asked.command === "import") await importFromFile(store, asked);
    else if (asked.command === "refresh") await refreshThreads(await listThreads(store));
    else await eraseForReader(store, asked);
  } finally {
    store.close();
  }
}
