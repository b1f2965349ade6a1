import type { Client } from "@libsql/client";
import { environment } from "@/lib/environment";
import { processSlot } from "@/lib/process-state.mjs";
import { completeSettings } from "@/lib/settings";
import type { SiteSettings } from "@/lib/site/site-settings";
import { readStoredSettings } from "@/lib/store/site-settings";

const present = processSlot<SiteSettings>("presentSettings");

/**
 * The settings that this server knows of, for what can't wait for a store: the headers of each answer. The defaults until
 * the store has been read.
 */
export const presentSettings = (): SiteSettings =>
  present.value ?? completeSettings({}, environment.siteUrl);

/** Looks at the store again where it is the first time, or they have changed. */
export async function lookAtSettings(store: Client, haveChanged: boolean): Promise<void> {
  if (present.value && !haveChanged) return;
  const { given } = await readStoredSettings(store);
  present.value = completeSettings(given, environment.siteUrl);
}
