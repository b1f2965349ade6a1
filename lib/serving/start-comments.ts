import { setTimeout } from "node:timers/promises";
import { commentsStore } from "@/lib/comments/comments-store";
import { configureComments } from "@/lib/comments/configuration";
import { findKeys } from "@/lib/comments/keyring";
import { log } from "@/lib/log";
import { presentSettings } from "@/lib/queries/present-settings";
import { createThreadRefresher } from "@/lib/serving/create-thread-refresher";
import { explainDatabaseFailure } from "@/lib/site/database-failures";

/** How long to wait before a database that can't be reached is asked again, in milliseconds. */
const retryMs = 30_000;

/**
 * What a server does about comments when it starts: one before it may have died between a change and the refreshing of pages,
 * and keys may have come to their end. Goes on in the background until the database answers; pages are served meanwhile.
 */
export async function startComments(): Promise<void> {
  if (configureComments(presentSettings().comments).provider !== "builtin") return;
  while (!(await tryToSettle())) await setTimeout(retryMs, undefined, { ref: false });
}

async function tryToSettle(): Promise<boolean> {
  try {
    const store = await commentsStore();
    await createThreadRefresher(store).refresh();
    // Keys whose time is over are destroyed, also where nobody writes any more.
    await findKeys(store, "address", Date.now());
    await findKeys(store, "signing", Date.now());
    return true;
  } catch (thrown) {
    const message = explainDatabaseFailure(thrown);
    if (message === undefined) throw thrown;
    log("error", "comments can't be looked after", { message });
    return false;
  }
}
