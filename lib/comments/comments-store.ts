import type { Client } from "@libsql/client";
import { openCommentsDatabase } from "@/lib/comments/store/comments-database";
import { environment } from "@/lib/environment";

declare global {
  /** Outlives the reloading of modules during development. */
  var openCommentsStore: Promise<Client> | undefined;
}

/**
 * The comments' database of this environment, opened at its first use. Where opening it fails, the next use tries again: a
 * server may have been away for a moment.
 * @throws CommentsStoreError
 */
export function commentsStore(): Promise<Client> {
  if (!environment.commentsDatabase) throw new Error("COMMENTS_DATABASE_URL is not set");
  globalThis.openCommentsStore ??= openCommentsDatabase(environment.commentsDatabase).catch(
    (thrown: unknown) => {
      globalThis.openCommentsStore = undefined;
      throw thrown;
    },
  );
  return globalThis.openCommentsStore;
}
