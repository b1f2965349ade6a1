import type { Client } from "@libsql/client";
import { generation } from "contentlayer/generated";
import { environment } from "@/lib/environment";
import { openContentDatabase } from "@/lib/store/content-database";

declare global {
  /** Outlives the reloading of modules during development. */
  var openContentStore: { generation: string; client: Client } | undefined;
}

/**
 * The content store that queries read, opened once for each generation of the content: a store that was replaced as a
 * whole is not the file that an older connection has open.
 */
export function contentStore(): Client {
  if (globalThis.openContentStore?.generation !== generation) {
    globalThis.openContentStore?.client.close();
    globalThis.openContentStore = {
      generation,
      client: openContentDatabase(environment.contentDatabase),
    };
  }
  return globalThis.openContentStore.client;
}
