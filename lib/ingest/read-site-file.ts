import { existsSync, lstatSync, realpathSync } from "node:fs";
import path from "node:path";
import { describeOversize, type ReadSettings, readSettings } from "@/lib/content/read-settings";
import { describeUnreadable, isFileSystemError } from "@/lib/ingest/file-system-error";
import { readPostFile } from "@/lib/ingest/read-post-file";
import type { Finding, Problem } from "@/lib/problem";
import { siteFile } from "@/lib/site/site-file";

export interface SiteFile {
  /** What it says, or that nothing of it counts. */
  read: ReadSettings;
  /** Nothing is said of a publication whose folder has none. */
  isThere: boolean;
  problems: Problem[];
}

/** Whoever has made one of these has meant `site.yaml`. */
const otherNames = ["site.yml", "Site.yaml", "Site.yml", "SITE.YAML", "SITE.YML", "site.yaml.txt"];

/** What a publication says of itself in the file beside its posts, and all that is wrong with it. */
export function readSiteFile(contentDirectory: string): SiteFile {
  const absolute = path.join(contentDirectory, siteFile);
  const isThere = lstatSync(absolute, { throwIfNoEntry: false }) !== undefined;
  const stray = otherNames.find((name) => isAnother(path.join(contentDirectory, name), absolute));
  if (!isThere && stray !== undefined) {
    const finding = strayFile("error", `settings are read from \`${siteFile}\` alone`);
    const read: ReadSettings = { outcome: "refused", findings: [finding] };
    return { read, isThere, problems: [{ path: stray, ...finding }] };
  }
  const read = isThere ? readFile(absolute) : readSettings(new Uint8Array());
  const problems = read.findings.map((finding) => ({ path: siteFile, ...finding }));
  if (stray !== undefined) {
    const finding = strayFile("warning", `\`${siteFile}\` is there as well, and is what counts`);
    problems.push({ path: stray, ...finding });
  }
  return { read, isThere, problems };
}

/** Where names differ in case alone, some file systems have one file for both. */
const isAnother = (absolute: string, siteAbsolute: string): boolean =>
  existsSync(absolute) &&
  !(
    existsSync(siteAbsolute) && realpathSync.native(absolute) === realpathSync.native(siteAbsolute)
  );

const strayFile = (severity: Finding["severity"], message: string): Finding => ({
  line: 1,
  column: 1,
  severity,
  message,
  remedy: severity === "error" ? `rename the file to \`${siteFile}\`` : "delete this one",
});

function readFile(absolute: string): ReadSettings {
  try {
    const file = readPostFile(absolute);
    if (!file.tooLarge) return readSettings(file.bytes);
    return { outcome: "refused", findings: [describeOversize(file.size)] };
  } catch (thrown) {
    if (!isFileSystemError(thrown)) throw thrown;
    return { outcome: "refused", findings: [describeUnreadable(thrown, siteFile)] };
  }
}
