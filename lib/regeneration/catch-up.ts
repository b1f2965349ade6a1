import { cacheTags } from "@/lib/cache-tags";
import { environment } from "@/lib/environment";
import { log, messageOf } from "@/lib/log";
import { counters } from "@/lib/metrics/counters";
import { ownPageCache } from "@/lib/page-cache/own-page-cache.mjs";
import { presentContentStore } from "@/lib/queries/content-store";
import { lookAtSettings } from "@/lib/queries/present-settings";
import { keptStateFile, knownState, saveState } from "@/lib/regeneration/known-state";
import { revalidateTagsForGood } from "@/lib/regeneration/revalidate-tags";
import { type ContentState, findChangesSince, type TouchedTag } from "@/lib/store/change-log";
import { checkVersion } from "@/lib/store/content-database";

/** What a server had missed of the changes in the store, and the state that it knows now. */
interface CaughtUp {
  touched: TouchedTag[];
  state: ContentState;
}

/** Where one of these has been touched, the settings may be others. */
const settingsTags: ReadonlySet<string> = new Set([cacheTags.everything, cacheTags.settings]);

/**
 * Refreshes the pages that show what has changed in the store since this was last called. Each server keeps its own
 * count, so that one that was away, or that nobody told, misses nothing.
 * @param otherwise what is known where this server keeps no count, as functions do that come and go
 * @returns nothing where the store was never brought up to date
 */
export async function catchUp(otherwise?: ContentState): Promise<CaughtUp | undefined> {
  const began = performance.now();
  const known = knownState.value ?? otherwise;
  const store = await presentContentStore();
  // Otherwise the pages that are kept are all there is.
  await checkVersion(store);
  const found = await findChangesSince(store, known);
  if (!found) return undefined;
  const { state } = found;
  const touched = found.touched === "everything" ? [{ tag: cacheTags.everything }] : found.touched;
  await lookAtSettings(
    store,
    touched.some(({ tag }) => settingsTags.has(tag)),
  );
  if (touched.length > 0) {
    await revalidateTagsForGood(
      touched.map(({ tag }) => tag),
      found.withdraws,
    );
    const counts = counters();
    counts.refreshes += 1;
    counts.refreshMs += performance.now() - began;
  }
  markKnown(state, found.touched === "everything");
  await ownPageCache.value?.keepBase(JSON.stringify(state));
  return { touched, state };
}

/** @param isAnother whether the store may be another one, or restored to what it was: then it counts whatever its number */
function markKnown(state: ContentState, isAnother: boolean): void {
  const before = knownState.value;
  if (!isAnother && before?.store === state.store && before.change >= state.change) return;
  knownState.value = state;
  if (!ownPageCache.value) return;
  try {
    saveState(keptStateFile(process.cwd(), environment), state);
  } catch (thrown) {
    // After a restart the same pages are refreshed once more.
    log("warn", "page cache", { message: messageOf(thrown) });
  }
}
