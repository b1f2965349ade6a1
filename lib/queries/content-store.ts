import { statSync } from "node:fs";
import type { Client } from "@libsql/client";
import { generation } from "contentlayer/generated";
import { environment } from "@/lib/environment";
import { processSlot } from "@/lib/process-state.mjs";
import { databaseFile } from "@/lib/site/database-address";
import { findContentState } from "@/lib/store/change-log";
import { isOfPresentVersion, openContentDatabaseForSite } from "@/lib/store/content-database";

interface OpenStore {
  identity: string;
  client: Client;
  /** The look at the file that stands in the place of this one. */
  successor?: Promise<void>;
}

/** What queries read. */
export const openContentStore = processSlot<OpenStore>("contentStore");

/**
 * The content store that queries read, opened once: until the generation that a development server imports changes, or
 * the file is replaced as a whole, for an older connection has the old file open, which is read until the new one is filled
 * (decisions/0001-content-store.md).
 */
export function contentStore(): Client {
  const open = openContentStore.value;
  if (!open) {
    const opened = openStore(identify() ?? "");
    openContentStore.value = opened;
    return opened.client;
  }
  if (isReplaced(open)) void succeed(open);
  return open.client;
}

/** The content store as it is at this moment, where a query of a moment ago would do no longer. */
export async function presentContentStore(): Promise<Client> {
  const open = openContentStore.value;
  if (open && isReplaced(open)) await succeed(open);
  return contentStore();
}

const openStore = (identity: string): OpenStore => ({
  identity,
  client: openContentDatabaseForSite(environment.contentDatabase),
});

/** Where the file is gone, what is open is all there is, until there is a file again. */
function isReplaced({ identity }: OpenStore): boolean {
  const now = identify();
  return now !== undefined && now !== identity;
}

function succeed(open: OpenStore): Promise<void> {
  open.successor ??= look(open).finally(() => {
    delete open.successor;
  });
  return open.successor;
}

async function look(open: OpenStore): Promise<void> {
  const identity = identify();
  if (identity === undefined) return;
  const next = openStore(identity);
  if ((await isFilled(next.client)) && openContentStore.value === open) {
    openContentStore.value = next;
    closeLater(open.client);
  } else next.client.close();
}

/** A file that is being made can't be read at moments; whoever asks next looks again. */
async function isFilled(client: Client): Promise<boolean> {
  try {
    return (await isOfPresentVersion(client)) && (await findContentState(client)) !== undefined;
  } catch {
    return false;
  }
}

/** Pages that are under way read on from what they began with. */
function closeLater(client: Client): void {
  setTimeout(() => client.close(), 30_000).unref();
}

/** Nothing where the file is gone. */
function identify(): string | undefined {
  const file = databaseFile(environment.contentDatabase);
  if (file === undefined) return generation;
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats && `${generation}-${stats.dev}-${stats.ino}`;
}
