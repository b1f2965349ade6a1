import { CommentsStoreError } from "@/lib/comments/store/comments-database";

/**
 * Whether the database has failed, rather than we. libSQL's errors have no class in common that could be asked for here; all
 * of them have a name. A server that can't be reached shows as what `fetch` throws.
 */
export function isDatabaseError(thrown: unknown): thrown is Error {
  if (thrown instanceof CommentsStoreError) return true;
  if (thrown instanceof TypeError) return thrown.message === "fetch failed";
  return thrown instanceof Error && /^Libsql(?:Batch)?Error$/.test(thrown.name);
}
