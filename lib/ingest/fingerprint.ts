import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { CompileSettings } from "@/lib/site/compile-settings";

/**
 * Fingerprint of what the compiled form of a file depends on besides its bytes: files compiled under another one are
 * compiled again.
 * @param compiler fingerprint of the code that compiles, its packages included
 */
export const fingerprintPipeline = (compiler: string, settings: CompileSettings): string =>
  createHash("sha256")
    // The same for the same settings, in whatever order they are given.
    .update(JSON.stringify([compiler, Object.entries(settings).sort()]))
    .digest("hex")
    .slice(0, 12);

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
