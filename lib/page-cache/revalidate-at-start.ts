import { FileLog } from "@/lib/page-cache/file-log";
import { pagesFolder, revalidationsFile } from "@/lib/page-cache/pages-folder";
import { Revalidations } from "@/lib/page-cache/revalidations";

/**
 * Says that pages are out of date to a server that isn't running: it finds them so when it starts. One that runs doesn't
 * notice before it is started again.
 * @param root absolute path of the project
 * @throws what the disk says against it
 */
export async function revalidateAtStart(root: string, tags: readonly string[]): Promise<void> {
  const file = revalidationsFile(pagesFolder(root));
  const log = new FileLog(file, new Revalidations(), (error) => {
    throw error;
  });
  await log.record(tags);
  await log.close();
}
