import { type Claim, findConflicts, listClaims } from "@/lib/ingest/claims";
import { createDateInspector } from "@/lib/ingest/inspect-dates";
import { createLinkInspector } from "@/lib/ingest/inspect-links";
import { inspectNavigation } from "@/lib/ingest/inspect-navigation";
import { createRedirectInspector } from "@/lib/ingest/inspect-redirects";
import { createTermInspector } from "@/lib/ingest/inspect-terms";
import { createTwinInspector } from "@/lib/ingest/inspect-twins";
import type { Inspector } from "@/lib/ingest/inspection";
import { listFiles } from "@/lib/ingest/list-files";
import { readSiteFile } from "@/lib/ingest/read-site-file";
import { SiteAddresses } from "@/lib/ingest/site-addresses";
import { createSourceReader } from "@/lib/ingest/source-reader";
import { compareProblems, type Problem } from "@/lib/problem";
import { completeSettings } from "@/lib/settings";
import { siteFile } from "@/lib/site/site-file";

interface CheckOptions {
  /** Absolute path of the content folder. */
  contentDirectory: string;
  /** Absolute path of `public/`. */
  publicDirectory: string;
  /** Milliseconds since 1970 UTC. */
  now: number;
}

/**
 * Reads every file of the content folder and lists every problem, by path and line: those that keep a file out, which
 * bringing it in would report as well, and those that only a look over the whole folder tells. Touches no store, and
 * holds one body at a time.
 * @throws Error where the folder itself can't be read
 */
export async function checkFolder(
  options: CheckOptions,
): Promise<{ files: string[]; problems: Problem[] }> {
  const { contentDirectory, publicDirectory, now } = options;
  const site = readSiteFile(contentDirectory);
  const { timeZone } = completeSettings(site.read.outcome === "read" ? site.read.settings : {});
  const read = await createSourceReader(contentDirectory, timeZone);
  const files = listFiles(contentDirectory, now).map(({ path }) => path);
  const addresses = new SiteAddresses(publicDirectory);
  const inspectors: Inspector[] = [
    createDateInspector(now, timeZone),
    createTermInspector(),
    createTwinInspector(),
    createLinkInspector(addresses, new Set(files)),
    createRedirectInspector(addresses),
  ];
  const problems = [...site.problems];
  const claims: Claim[] = [];
  for (const path of files) {
    const result = read(path);
    if (result.outcome === "ignored") continue;
    for (const finding of result.findings) problems.push({ path, ...finding });
    if (result.outcome === "refused") continue;
    claims.push(...listClaims(path, result));
    for (const inspector of inspectors) inspector.see({ path, ...result });
  }
  problems.push(...findConflicts(claims));
  for (const inspector of inspectors) {
    for (const problem of inspector.conclude()) problems.push(problem);
  }
  problems.push(...inspectNavigation(site.read, addresses));
  if (site.isThere) files.push(siteFile);
  return { files, problems: problems.sort(compareProblems) };
}
