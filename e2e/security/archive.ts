import { fileURLToPath } from "node:url";

/** The folder that the site under attack serves; made anew for each run. */
export const archiveDirectory: string = fileURLToPath(
  new URL("../results/security-archive", import.meta.url),
);
