import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** What the compiled form of a file depends on besides its bytes. */
const sources = [
  "contentlayer.config.ts",
  "lib/content",
  "lib/html",
  "lib/text",
  "lib/site",
  "lib/settings.ts",
  "lib/ingest/compile-files.ts",
  "package-lock.json",
];

/**
 * Fingerprint of the code, the settings and the packages that compile documents: files compiled under another one are
 * compiled again.
 * @param root absolute path of the project
 */
export const fingerprintPipeline = (root: string): string => fingerprintSources(root, sources, 12);

/** Hash over the files at the given paths and below, tests left out. */
export function fingerprintSources(root: string, paths: readonly string[], length: number): string {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((entry) => listSources(root, entry)).sort()) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  }
  return hash.digest("hex").slice(0, length);
}

function listSources(root: string, entry: string): string[] {
  if (path.extname(entry) !== "") return [entry];
  return readdirSync(path.join(root, entry), { withFileTypes: true, recursive: true })
    .filter((found) => found.isFile() && !/\.test\.tsx?$/.test(found.name))
    .map((found) => path.relative(root, path.join(found.parentPath ?? found.path, found.name)));
}
