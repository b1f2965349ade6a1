import { once } from "node:events";
import path from "node:path";
import { root } from "@/lib/commands/bring-up-to-date";
import { startNext } from "@/lib/commands/next-cli";
import { bringUpToDateAloud } from "@/lib/commands/report";
import { stampBuild } from "@/lib/commands/stamp-build";
import { writePagePolicies } from "@/lib/commands/write-page-policies";
import { environment } from "@/lib/environment";

/**
 * Content, then Next.js.
 * @param ifStale builds only where the last build was made from something else
 * @returns whether there is a build of the site as it is now
 */
export async function buildSite({ ifStale }: { ifStale: boolean }): Promise<boolean> {
  const { generation } = await bringUpToDateAloud();
  const stamp = stampBuild(root, environment, generation);
  if (ifStale && stamp.isCurrent()) {
    console.log("masthead: the site is built and up to date");
    return true;
  }
  console.log("masthead: building the site (next build) …");
  stamp.discard();
  const [status] = await once(startNext("build"), "exit");
  if (status !== 0) return false;
  await writePagePolicies(path.join(root, ".next/server/app"));
  stamp.write();
  return true;
}
