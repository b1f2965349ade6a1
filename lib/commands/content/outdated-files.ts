import path from "node:path";
import { environment } from "@/lib/environment";
import { printable } from "@/lib/printable.mjs";
import type { OutdatedFile } from "@/lib/store/kept-versions";

/** Files with mistakes, of which readers see an earlier version: what nobody notices who doesn't hear of it. */

/** More would push the line off the screen; each has its own line above it. */
const named = 5;

const inFolder = (file: string): string => path.join(environment.contentDirectory, file);

/** One line for people. */
export function describeOutdated(outdated: readonly OutdatedFile[]): string {
  const names = outdated.slice(0, named).map((file) => printable(inFolder(file.path)));
  const more = outdated.length - names.length;
  if (more > 0) names.push(`and ${more} more`);
  const [files, their] =
    outdated.length === 1 ? ["1 file is", "its"] : [`${outdated.length} files are`, "their"];
  return `masthead: ${files} NEWER THAN WHAT READERS SEE, because of mistakes in ${outdated.length === 1 ? "it" : "them"}: ${names.join(", ")}; the last version without stays until ${their} mistakes are mended`;
}

/** For machines. */
export const toOutdatedJson = (file: OutdatedFile) => ({
  path: inFolder(file.path),
  shownSince: new Date(file.shownSince).toISOString(),
});
