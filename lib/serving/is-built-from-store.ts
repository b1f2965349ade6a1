import type { Client } from "@libsql/client";
import { findMeta } from "@/lib/store/content-database";

/** How long to wait before the store is asked again, in milliseconds. */
const retryDelay = 2000;

/**
 * Whether the build was made from the content that the store holds now. Where the store can't be reached, asks until it
 * can.
 * @param generation that the build was made from
 */
export async function isBuiltFromStore(
  store: () => Client,
  generation: string,
  wait: (ms: number) => Promise<void> = (ms) =>
    new Promise((resolve) => setTimeout(resolve, ms).unref()),
): Promise<boolean> {
  for (;;) {
    try {
      return (await findMeta(store(), "generation")) === generation;
    } catch {
      // The site answers with what it has meanwhile; requests that need the store log their own failure.
      await wait(retryDelay);
    }
  }
}
