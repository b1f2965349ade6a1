import "@/lib/commands/setup/explain-errors";
import "@/lib/commands/setup/load-environment";
import { readCommentsOptions } from "@/lib/commands/comments/comments-options";
import { eraseForReader } from "@/lib/commands/comments/erase-comments";
import { exportToFile } from "@/lib/commands/comments/export-comments";
import { importFromFile } from "@/lib/commands/comments/import-comments";
import { refreshThreads } from "@/lib/commands/comments/refresh-threads";
import { commentsStore } from "@/lib/comments/comments-store";
import { CommentsStoreError } from "@/lib/comments/store/comments-database";
import { listThreads } from "@/lib/comments/store/transfer-comments";
import { environment } from "@/lib/environment";

/** `npm run comments -- export|import|erase|refresh`: the comments' database, for its keeper. */

const options = readCommentsOptions(process.argv.slice(2));
if (!environment.commentsDatabase) {
  throw new CommentsStoreError(
    "COMMENTS_DATABASE_URL is not set: there is no database of comments",
  );
}
const store = await commentsStore();
try {
  if (options.command === "export") await exportToFile(store, options.file);
  else if (options.command === "import") await importFromFile(store, options);
  else if (options.command === "refresh") await refreshThreads(await listThreads(store));
  else await eraseForReader(store, options);
} finally {
  store.close();
}
