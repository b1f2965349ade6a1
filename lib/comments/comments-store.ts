import type { Client } from "@libsql/client";
import { openCommentsDatabase } from "@/lib/comments/store/comments-database";
import { environment } from "@/lib/environment";
import { processSlot } from "@/lib/process-state.mjs";

const openStore = processSlot<Promise<Client>>("commentsStore");

/**
 * The comments' database of this environment, opened at its first use. Where opening it fails, the next use tries again: a
 * server may have been away for a moment.
 * @throws CommentsStoreError
 */
export function commentsStore(): Promise<Client> {
  if (!environment.commentsDatabase) throw new Error("COMMENTS_DATABASE_URL is not set");
  openStore.value ??= openCommentsDatabase(environment.commentsDatabase).catch(
    (thrown: unknown) => {
      openStore.value = undefined;
      throw thrown;
    },
  );
  return openStore.value;
}
