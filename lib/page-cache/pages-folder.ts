import path from "node:path";

/**
 * Where servers of one's own keep pages, each site in a folder of its own, and what they know of them.
 * @param root absolute path of the project
 */
export const pagesFolder = (root: string): string => path.join(root, ".masthead/pages");

/**
 * Of one site: its pages, of all its builds.
 * @param root absolute path of the project
 * @param site as `nameSite` names it
 */
export const sitePagesFolder = (root: string, site: string): string =>
  path.join(pagesFolder(root), `site-${site}`);

/**
 * When the build began, in milliseconds since 1970: the times of its files are others once they are copied.
 * @param buildDirectory absolute path
 */
export const buildTimeFile = (buildDirectory: string): string =>
  path.join(buildDirectory, "masthead-build-time");

/**
 * Which site the pages of the build are those of, as `nameSite` names it.
 * @param buildDirectory absolute path
 */
export const builtSiteFile = (buildDirectory: string): string =>
  path.join(buildDirectory, "masthead-built-site");

/** @param folder as `sitePagesFolder` names it */
export const revalidationsFile = (folder: string): string => path.join(folder, "revalidations.log");
