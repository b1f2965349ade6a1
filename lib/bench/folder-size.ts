import { readdirSync, statSync } from "node:fs";
import path from "node:path";

/** Bytes of all files below a folder. */
export function sizeOfFolder(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
