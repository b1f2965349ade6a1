import { listFieldDeclarations } from "@/lib/content/contentlayer";
import type { DocumentSource } from "@/lib/content/read-document";
import { isWithdrawn } from "@/lib/content/read-remains";
import { listClaims } from "@/lib/ingest/claims";
import { type Claimant, findConflicts } from "@/lib/ingest/conflicts";
import { createDateInspector } from "@/lib/ingest/inspect-dates";
import { createLinkInspector } from "@/lib/ingest/inspect-links";
import { inspectContentPlaces, inspectPublicPlaces } from "@/lib/ingest/inspect-places";
import { createRedirectInspector } from "@/lib/ingest/inspect-redirects";
import { inspectSettings } from "@/lib/ingest/inspect-settings";
import { createTermInspector } from "@/lib/ingest/inspect-terms";
import { createTwinInspector } from "@/lib/ingest/inspect-twins";
import type { Inspector } from "@/lib/ingest/inspection";
import { listFiles } from "@/lib/ingest/list-files";
import { readSiteFile } from "@/lib/ingest/read-site-file";
import { SiteAddresses } from "@/lib/ingest/site-addresses";
import {
  parseContent,
  readContent,
  type SourceAccess,
  sourceAccess,
} from "@/lib/ingest/source-file";
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
  /** How files are read; tests count. */
  access?: SourceAccess;
}

/**
 * Reads every file of the content folder and lists every problem, by path and line: those that keep a file out, which
 * bringing it in would report as well, and those that only a look over the whole folder tells. Touches no store, and
 * holds one body at a time. `mistakes` are the files that give no document, though their editors don't say that they hold
 * it back.
 * @throws Error where the folder itself can't be read
 */
export async function checkFolder(
  options: CheckOptions,
): Promise<{ files: string[]; problems: Problem[]; mistakes: string[] }> {
  const { contentDirectory, publicDirectory, now, access = sourceAccess } = options;
  const site = readSiteFile(contentDirectory);
  const { timeZone, pageSize } = completeSettings(
    site.read.outcome === "read" ? site.read.settings : {},
  );
  const reading = { declarations: await listFieldDeclarations(), timeZone };
  const files = listFiles(contentDirectory, now).map(({ path }) => path);
  const addresses = new SiteAddresses(publicDirectory, { timeZone, pageSize });
  const inspectors: Inspector[] = [
    createDateInspector(now, timeZone),
    createTermInspector(),
    createTwinInspector(),
    createLinkInspector(addresses, new Set(files)),
    createRedirectInspector(addresses),
  ];
  const problems = [...site.problems];
  const mistakes = site.read.outcome === "refused" ? [siteFile] : [];
  const claimants: Claimant[] = [];
  for (const path of files) {
    const content = readContent(contentDirectory, path, access);
    const result = parseContent(path, content, reading, access);
    if (result.outcome === "ignored") continue;
    for (const finding of result.findings) problems.push({ path, ...finding });
    if (result.outcome === "refused") {
      if (!isWithdrawn(result.remains ?? {}, now)) mistakes.push(path);
      continue;
    }
    const claims = listClaims(path, result);
    if (claims.length > 0) claimants.push(toClaimant(path, claims, result.source.fields));
    for (const inspector of inspectors) inspector.see({ path, ...result });
  }
  problems.push(...findConflicts(claimants, now));
  for (const inspector of inspectors) {
    for (const problem of inspector.conclude()) problems.push(problem);
  }
  problems.push(...inspectSettings(site.read, addresses));
  problems.push(...inspectContentPlaces(contentDirectory));
  problems.push(...inspectPublicPlaces(contentDirectory, publicDirectory));
  if (site.isThere) files.push(siteFile);
  return { files, problems: problems.sort(compareProblems), mistakes };
}

const toClaimant = (
  path: string,
  claims: Claimant["claims"],
  { date, draft }: DocumentSource["fields"],
): Claimant => ({
  path,
  claims,
  date: typeof date === "string" ? Date.parse(date) : 0,
  draft: draft === true,
});
