import { setTimeout } from "node:timers/promises";
import { environment } from "@/lib/environment";
import { log, messageOf } from "@/lib/log";
import { catchUp } from "@/lib/regeneration/catch-up";
import { armDuePosts } from "@/lib/regeneration/due-posts";
import {
  builtStateFile,
  findState,
  keptStateFile,
  knownState,
} from "@/lib/regeneration/known-state";

/** How long to wait before a store that can't be reached is asked again, in milliseconds. */
const retryMs = 2000;

/** How long the first answer may wait for a store that is silent, in milliseconds. */
const patience = 3000;

/**
 * Who publishes while the site is starting finds nobody to tell: soon after the start it is looked again, in milliseconds.
 */
const firstLookMs = 5000;

/** What the page cache knows of the build's pages, and is told. */
interface PagesOfBuild {
  /** Whether it remembers all that was revalidated since the build. */
  knowsBuild: boolean;
  judgeBuild(isCurrent: boolean): void;
}

/**
 * What a server does before its first answer: pages of the build, and pages kept from before a restart, are out of date
 * where the content has changed since. Where the store can't be reached, the site answers with what it has, and this goes
 * on until it can.
 * @param root absolute path of the project
 */
export async function startRegeneration(root: string, pages: PagesOfBuild): Promise<void> {
  const built = findState(builtStateFile(root));
  const kept = pages.knowsBuild ? findState(keptStateFile(root, environment)) : undefined;
  knownState.value = kept ?? built;
  const first = tryToCatchUp(pages);
  const isDone = await Promise.race([first, setTimeout(patience, false, { ref: false })]);
  if (!isDone) void goOnTrying(first, pages);
}

async function tryToCatchUp(pages: PagesOfBuild): Promise<boolean> {
  try {
    const caughtUp = await catchUp();
    // From here on all is known that has changed since the build.
    pages.judgeBuild(caughtUp !== undefined);
    if (caughtUp?.touched.length) log("info", "caught up", { tags: caughtUp.touched.length });
  } catch (thrown) {
    log("error", "the content store can't be read", { message: messageOf(thrown) });
    return false;
  }
  await armDuePosts(firstLookMs);
  return true;
}

async function goOnTrying(first: Promise<boolean>, pages: PagesOfBuild): Promise<void> {
  for (let isDone = await first; !isDone; isDone = await tryToCatchUp(pages)) {
    await setTimeout(retryMs, undefined, { ref: false });
  }
}
