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
  parseState,
} from "@/lib/regeneration/known-state";
import type { ContentState } from "@/lib/store/change-log";

/** How long to wait before a store that can't be reached is asked again, in milliseconds. */
const retryMs = 2000;

/** How long the first answer may wait for a store that is silent, in milliseconds. */
const patience = 3000;

/**
 * Who publishes while the site is starting finds nobody to tell: soon after the start it is looked again, in milliseconds.
 */
const firstLookMs = 5000;

/** What the page cache knows of its pages, and is told. */
interface KnownPages {
  /** Whether the build has made its pages for this site. */
  usesBuild: boolean;
  /** Whether it remembers all that was revalidated since the build. */
  knowsBuild: boolean;
  judgeBuild(isCurrent: boolean): void;
  /** The state of the content before any of the pages that servers share; undefined where there is none. */
  findBase(): Promise<string | undefined>;
}

/**
 * What a server does before its first answer: pages of the build, and pages kept from before a restart, are out of date
 * where the content has changed since. Where the store can't be reached, the site answers with what it has, and this goes
 * on until it can.
 * @param root absolute path of the project
 */
export async function startRegeneration(root: string, pages: KnownPages): Promise<void> {
  const kept = pages.knowsBuild ? findState(keptStateFile(root, environment)) : undefined;
  knownState.value = kept ?? (await findOldestPages(root, pages));
  const first = tryToCatchUp(pages);
  const isDone = await Promise.race([first, setTimeout(patience, false, { ref: false })]);
  if (!isDone) void goOnTrying(first, pages);
}

/**
 * The state that the oldest page which may be shown was made from: that of the build, or, where its pages are another site's,
 * that of the first server whose pages are shared. Undefined where it isn't known: then everything counts as touched.
 */
async function findOldestPages(root: string, pages: KnownPages): Promise<ContentState | undefined> {
  if (pages.usesBuild) return findState(builtStateFile(root));
  const base = await pages.findBase();
  return base === undefined ? undefined : parseState(base);
}

async function tryToCatchUp(pages: KnownPages): Promise<boolean> {
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

async function goOnTrying(first: Promise<boolean>, pages: KnownPages): Promise<void> {
  for (let isDone = await first; !isDone; isDone = await tryToCatchUp(pages)) {
    await setTimeout(retryMs, undefined, { ref: false });
  }
}
