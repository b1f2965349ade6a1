import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { FileLog } from "@/lib/page-cache/file-log";
import { pagesFolder, revalidationsFile } from "@/lib/page-cache/pages-folder";
import { Revalidations } from "@/lib/page-cache/revalidations";

/**
 * Says that pages are out of date to servers that aren't running, of whatever site they are: they find them so when they
 * start. One that runs doesn't notice before it is started again; one that has kept no pages has nothing to be told.
 * @param root absolute path of the project
 * @throws what the disk says against it
 */
export async function revalidateAtStart(root: string, tags: readonly string[]): Promise<void> {
  const all = pagesFolder(root);
  if (!existsSync(all)) return;
  for (const site of readdirSync(all)) {
    const file = revalidationsFile(path.join(all, site));
    if (!existsSync(file)) continue;
    const log = new FileLog(file, new Revalidations(), (error) => {
      throw error;
    });
    await log.record(tags);
    await log.close();
  }
}
