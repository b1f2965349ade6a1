import { cacheTags } from "@/lib/cache-tags";
import { contentStore } from "@/lib/queries/content-store";
import { findBuiltState } from "@/lib/regeneration/known-state";
import { type ContentState, findChangesSince, type TouchedTag } from "@/lib/store/change-log";

declare global {
  /** The changes that the pages of this server know of; shared by all bundles of the server. */
  var knownContentState: ContentState | undefined;
}

/** What this server has missed of the changes in the store, and the state that it then knows. */
export interface MissedChanges {
  touched: TouchedTag[];
  state: ContentState;
}

const known = (): ContentState | undefined =>
  globalThis.knownContentState ?? findBuiltState(process.cwd());

/**
 * What has changed in the store since the pages of this server were last refreshed. Each server keeps its own count, so
 * that one that was away, or that nobody told, misses nothing.
 * @returns nothing where the store was never brought up to date
 */
export async function findMissedChanges(): Promise<MissedChanges | undefined> {
  const found = await findChangesSince(contentStore(), known());
  if (!found) return undefined;
  const { touched, state } = found;
  return {
    touched: touched === "everything" ? [{ tag: cacheTags.everything }] : touched,
    state,
  };
}

/** Takes note that the pages know of all changes up to a state. */
export function markKnown(state: ContentState): void {
  const before = globalThis.knownContentState;
  const isOlder = before?.store === state.store && before.change >= state.change;
  if (!isOlder) globalThis.knownContentState = state;
}
