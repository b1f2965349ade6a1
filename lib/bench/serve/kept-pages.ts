import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import type { Row } from "@/lib/bench/table";

/** Of a block, as `stat` counts them whatever the file system's own are. */
const blockBytes = 512;

/** How many files a folder of kept pages has, and what each of the pages takes of the disk: whole blocks, not bytes. */
export function measureKeptPages(folder: string, pages: number): Row {
  if (!existsSync(folder)) return {};
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce(
    (sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).blocks * blockBytes,
    0,
  );
  return { files: files.length, diskPerPageKb: bytes / 1024 / pages };
}
