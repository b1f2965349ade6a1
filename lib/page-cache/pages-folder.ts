import path from "node:path";

/**
 * Where a server of one's own keeps pages, of all its builds, and what it knows of them.
 * @param root absolute path of the project
 */
export const pagesFolder = (root: string): string => path.join(root, ".masthead/pages");

/**
 * When the build began, in milliseconds since 1970: the times of its files are others once they are copied.
 * @param buildDirectory absolute path
 */
export const buildTimeFile = (buildDirectory: string): string =>
  path.join(buildDirectory, "masthead-build-time");

/** @param folder as `pagesFolder` names it */
export const revalidationsFile = (folder: string): string => path.join(folder, "revalidations.log");
