import { once } from "node:events";
import path from "node:path";
import { findStoredState, root } from "@/lib/commands/bring-up-to-date";
import { isFreshClone, keepStore, restoreStore } from "@/lib/commands/kept-store";
import { startNext } from "@/lib/commands/next-cli";
import { bringUpToDateAloud } from "@/lib/commands/report";
import { listSitesOfFolder } from "@/lib/commands/running-sites";
import { stampBuild } from "@/lib/commands/stamp-build";
import { writePagePolicies } from "@/lib/commands/write-page-policies";
import { environment } from "@/lib/environment";
import { builtStateFile, saveState } from "@/lib/regeneration/known-state";

/**
 * Content, then Next.js.
 * @param ifStale builds only where the last build was made from something else
 * @returns whether there is a build of the site as it is now
 */
export async function buildSite({ ifStale }: { ifStale: boolean }): Promise<boolean> {
  if (isFreshClone(process.env)) restoreStore(root, environment.contentDatabase);
  const stamp = stampBuild(root, environment);
  const isBuilt = ifStale && stamp.isCurrent();
  const [running] = isBuilt ? [] : await listSitesOfFolder(root);
  if (running) {
    console.error(
      `masthead: a build would take the files from under the site that runs in this folder on port ${running.port}; stop it first, or build in a copy of the folder`,
    );
    return false;
  }
  await bringUpToDateAloud();
  if (isBuilt) {
    console.log("masthead: the site is built and up to date");
    return true;
  }
  console.log("masthead: building the site (next build) …");
  stamp.discard();
  const state = await findStoredState();
  const [status] = await once(startNext("build"), "exit");
  if (status !== 0) return false;
  await writePagePolicies(path.join(root, ".next/server/app"));
  if (state) saveState(builtStateFile(root), state);
  stamp.write();
  if (isFreshClone(process.env)) keepStore(root, environment.contentDatabase);
  return true;
}
