import path from "node:path";

/**
 * Where a server of one's own keeps pages, of all its builds, and what it knows of them.
 * @param root absolute path of the project
 */
export const pagesFolder = (root: string): string => path.join(root, ".masthead/pages");

/** @param folder as `pagesFolder` names it */
export const revalidationsFile = (folder: string): string => path.join(folder, "revalidations.log");
