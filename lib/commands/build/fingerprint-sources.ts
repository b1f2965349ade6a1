import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

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
