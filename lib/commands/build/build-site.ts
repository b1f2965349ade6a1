import { once } from "node:events";
import { statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { removeOtherScripts, writeScripts } from "@/lib/commands/build/bundle-scripts";
import { isFreshClone, keepStore, restoreStore } from "@/lib/commands/build/kept-store";
import { startNext } from "@/lib/commands/build/next-cli";
import { stampBuild } from "@/lib/commands/build/stamp-build";
import { tellProvider } from "@/lib/commands/build/tell-provider";
import { contentDirectory, findStoredState, root } from "@/lib/commands/content/bring-up-to-date";
import { formatInFolder } from "@/lib/commands/content/problem-in-folder";
import { bringUpToDateAloud } from "@/lib/commands/content/report";
import { listSitesOfFolder } from "@/lib/commands/site/running-sites";
import { environment } from "@/lib/environment";
import { inspectPublicPlaces } from "@/lib/ingest/inspect-places";
import { nameSite } from "@/lib/page-cache/name-site";
import { buildTimeFile, builtSiteFile } from "@/lib/page-cache/pages-folder";
import { builtStateFile, saveState } from "@/lib/regeneration/known-state";
import { databaseFile } from "@/lib/site/database-address";

/**
 * Content, then Next.js.
 * @param ifStale builds only where the last build was made from something else
 * @returns whether there is a build of the site as it is now
 */
export async function buildSite({ ifStale }: { ifStale: boolean }): Promise<boolean> {
  if (isFreshClone(process.env)) restoreStore(root, environment.contentDatabase);
  const stamp = stampBuild(root);
  const isBuilt = ifStale && stamp.isCurrent();
  const [running] = isBuilt ? [] : await listSitesOfFolder(root);
  if (running) {
    console.error(
      `masthead: a build would take the files from under the site that runs in this folder on port ${running.port}; stop it first, or build in a copy of the folder`,
    );
    return false;
  }
  await bringUpToDateAloud();
  for (const problem of inspectPublicPlaces(contentDirectory, path.join(root, "public"))) {
    console.warn(formatInFolder(problem));
  }
  const tooLarge = process.env.VERCEL && describeTooLarge();
  if (tooLarge) {
    console.error(`masthead: ${tooLarge}`);
    return false;
  }
  // Where a build was copied from elsewhere they may not have come along.
  const scripts = await writeScripts(root);
  if (isBuilt) {
    console.log("masthead: the site is built and up to date");
    return true;
  }
  console.log("masthead: building the site (next build) …");
  stamp.discard();
  const began = Date.now();
  const state = await findStoredState();
  const [status] = await once(
    startNext("build", [], { ...scripts, ...(await tellProvider()) }),
    "exit",
  );
  if (status !== 0) return false;
  const directory = path.join(root, ".next");
  writeFileSync(buildTimeFile(directory), String(began));
  writeFileSync(builtSiteFile(directory), nameSite(environment));
  if (state) saveState(builtStateFile(root), state);
  stamp.write();
  removeOtherScripts(root, scripts);
  if (isFreshClone(process.env)) keepStore(root, environment.contentDatabase);
  return true;
}

/** Of the 250 MB that a function on Vercel may have, so many are left beside the program. */
const storeLimit = 220 * 1000 * 1000;

/** Said before the build, and not by the platform after it. */
function describeTooLarge(): string | undefined {
  const file = databaseFile(environment.contentDatabase);
  const size = file === undefined ? 0 : statSync(file).size;
  if (size <= storeLimit) return undefined;
  return `the content store has ${Math.round(size / 1e6)} MB, and a function on Vercel has room for 220: keep it on a libSQL server or Turso, and set CONTENT_DATABASE_URL and CONTENT_DATABASE_AUTH_TOKEN (README.md, "Vercel")`;
}
