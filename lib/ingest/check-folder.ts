import { listFieldDeclarations } from "@/lib/content/contentlayer";
import type { DocumentSource } from "@/lib/content/read-document";
import { isWithdrawn } from "@/lib/content/read-remains";
import { CheckNotes } from "@/lib/ingest/check-notes";
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
import { type ListedFile, listFiles } from "@/lib/ingest/list-files";
import type { LookedAt, LookingContext } from "@/lib/ingest/look-at-file";
import { lookAtFiles } from "@/lib/ingest/look-at-files";
import { readSiteFile } from "@/lib/ingest/read-site-file";
import { SiteAddresses } from "@/lib/ingest/site-addresses";
import { type SourceAccess, sourceAccess } from "@/lib/ingest/source-file";
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
  /** Where it is noted what each file has told, and the code that tells; unset: every file is read. */
  notes?: { file: string; code: string } | undefined;
  /** From how many files on notes and threads are worth their while; tests have fewer. */
  least?: { notes?: number; threads?: number };
}

/**
 * Looks at every file of the content folder and lists every problem, by path and line: those that keep a file out, which
 * bringing it in would report as well, and those that only a look over the whole folder tells. Touches no store, and
 * holds one body at a time in each thread. `mistakes` are the files that give no document, though their editors don't say that they hold
 * it back.
 * @throws Error where the folder itself can't be read
 */
export async function checkFolder(
  options: CheckOptions,
): Promise<{ files: string[]; problems: Problem[]; mistakes: string[] }> {
  const {
    contentDirectory,
    publicDirectory,
    now,
    access = sourceAccess,
    notes: kept,
    least = {},
  } = options;
  const site = readSiteFile(contentDirectory);
  const { timeZone, pageSize } = completeSettings(
    site.read.outcome === "read" ? site.read.settings : {},
  );
  const notes =
    kept && new CheckNotes(kept.file, JSON.stringify([kept.code, timeZone]), least.notes);
  const reading = { declarations: await listFieldDeclarations(), timeZone };
  const listed = listFiles(contentDirectory, now);
  const files = listed.map(({ path }) => path);
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
  const context = { contentDirectory, reading };
  for await (const { path, result } of lookAtAll(listed, context, {
    access,
    notes,
    least: least.threads,
  })) {
    if (result.outcome === "ignored") continue;
    for (const finding of result.findings) problems.push({ path, ...finding });
    if (result.outcome === "refused") {
      if (!isWithdrawn(result.remains, now)) mistakes.push(path);
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

/** What each file says, in the order of the folder; those that are as noted aren't read. */
async function* lookAtAll(
  files: readonly ListedFile[],
  context: LookingContext,
  {
    access,
    notes,
    least,
  }: { access: SourceAccess; notes: CheckNotes | undefined; least: number | undefined },
): AsyncGenerator<{ path: string; result: LookedAt }> {
  const changed = files.filter((file) => !notes?.has(file));
  const looked = lookAtFiles(
    changed.map(({ path }) => path),
    context,
    { access, least },
  );
  try {
    for (const file of files) {
      const noted = notes?.take(file);
      const result = noted ?? (await looked.next()).value;
      if (result === undefined) throw new Error(`nothing was found out about ${file.path}`);
      if (noted === undefined) notes?.add(file, result);
      yield { path: file.path, result };
    }
  } finally {
    // It ends its threads.
    await looked.return(undefined);
  }
  notes?.save();
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
