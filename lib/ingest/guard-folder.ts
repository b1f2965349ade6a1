import { listFolder } from "@/lib/ingest/list-files";

/**
 * A disk that isn't there, a folder in the place of another, or a checkout that is under way look as if an editor had deleted
 * what was there. Nothing is taken from readers for that, unless it is said on the command line that it is meant.
 */

/** Fewer files than this may all go at once without a question. */
const fewFiles = 20;

/** The folder holds nothing, or not much, of what the store knows or the run has listed. */
export class EmptyFolderError extends Error {
  override name = "EmptyFolderError";
}

const unlessMeant = "Nothing was taken down. If it is meant, run `npm run content -- --empty`";

const isLoss = (missing: number, of: number): boolean => of >= fewFiles && missing * 2 > of;

/**
 * At the start of a run, when it knows what would go.
 * @param found.removed files that are gone and have not been moved
 * @throws EmptyFolderError
 */
export function refuseLoss(
  contentDirectory: string,
  found: { files: number; known: number; removed: number },
): void {
  const { files, known, removed } = found;
  if (!isLoss(removed, known)) return;
  const what =
    files === 0
      ? `holds no post file, but ${known} are in the store`
      : `is without ${removed} of the ${known} files that are in the store`;
  throw new EmptyFolderError(
    `the content folder ${contentDirectory} ${what}: is its disk there, and is it the right folder? ${unlessMeant}`,
  );
}

/**
 * Later in a run, when files that it has listed are gone: it is looked whether the folder is still there.
 * @param listed paths
 * @throws EmptyFolderError
 */
export function lookAgain(
  contentDirectory: string,
  listed: readonly string[],
  now: number,
  isMeant = false,
): void {
  const { paths, closedFolders } = listPaths(contentDirectory, now);
  const missing = listed.filter(
    (path) => !paths.has(path) && !closedFolders.some((folder) => path.startsWith(`${folder}/`)),
  ).length;
  if (isMeant || !isLoss(missing, listed.length)) return;
  throw new EmptyFolderError(
    `the content folder ${contentDirectory} has lost ${missing} of its ${listed.length} files while they were being read: is its disk there? ${unlessMeant}`,
  );
}

function listPaths(contentDirectory: string, now: number) {
  try {
    const { files, closedFolders } = listFolder(contentDirectory, now);
    return { paths: new Set(files.map(({ path }) => path)), closedFolders };
  } catch (thrown) {
    throw new EmptyFolderError(
      `the content folder ${contentDirectory} went away while it was being read: is its disk there? Nothing was taken down; run the command again when it is back`,
      { cause: thrown },
    );
  }
}
