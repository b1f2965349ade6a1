import { createHash } from "node:crypto";
import path from "node:path";

/**
 * The addresses of a site's databases where none are named: files, relative to the project, so that they are found again
 * where it has been moved. Each content folder has a store of its own, so that trying another folder neither costs nor
 * shows the first one's posts.
 */
export const localDatabases = (contentDirectory: string, folder = ".masthead") => ({
  content: `file:${folder}/${nameStore(contentDirectory)}.db`,
  comments: `file:${folder}/comments.db`,
});

function nameStore(contentDirectory: string): string {
  const relative = path.relative(".", contentDirectory);
  if (relative === "content") return "content";
  return `content-${createHash("sha256").update(relative).digest("hex").slice(0, 8)}`;
}
