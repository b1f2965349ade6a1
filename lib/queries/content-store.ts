import { statSync } from "node:fs";
import type { Client } from "@libsql/client";
import { generation } from "contentlayer/generated";
import { environment } from "@/lib/environment";
import { databaseFile, openContentDatabaseForSite } from "@/lib/store/content-database";

declare global {
  /** Outlives the reloading of modules during development. */
  var openContentStore: { identity: string; client: Client } | undefined;
}

/**
 * The content store that queries read, opened once: until the generation that a development server imports changes, or
 * the file is replaced as a whole, for an older connection has the old file open.
 */
export function contentStore(): Client {
  const identity = identify() ?? globalThis.openContentStore?.identity ?? "";
  if (globalThis.openContentStore?.identity !== identity) {
    closeLater(globalThis.openContentStore?.client);
    globalThis.openContentStore = {
      identity,
      client: openContentDatabaseForSite(environment.contentDatabase),
    };
  }
  return globalThis.openContentStore.client;
}

/** Pages that are under way read on from what they began with. */
function closeLater(client: Client | undefined): void {
  if (client) setTimeout(() => client.close(), 30_000).unref();
}

/** Nothing where the file is gone: then what is open is all there is, until there is a file again. */
function identify(): string | undefined {
  const file = databaseFile(environment.contentDatabase);
  if (file === undefined) return generation;
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && `${generation}-${stats.dev}-${stats.ino}`;
}
