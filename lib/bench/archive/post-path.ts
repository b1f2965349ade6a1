import type { Identity } from "@/lib/bench/archive/identity";
import type { Quirk } from "@/lib/bench/archive/quirks";

/** Names on real disks end at 255 bytes; those of real archives at about 200. */
const longestName = 200;

/**
 * `YYYY-MM-DD-<title>.md` in a folder for each year; a post with the name of another one lies in a second tree.
 * Characters that no file name can hold are written as in the archives: as something that looks like them.
 */
export function createPostPath(
  { title, date, prose }: Identity,
  quirks: ReadonlySet<Quirk>,
  index: number,
): string {
  const day = date.toISOString().slice(0, 10);
  const odd = quirks.has("oddName") ? (index % 2 === 0 ? `\\${prose.phrase(1)}` : '"') : "";
  const stem = `${day}-${title.replaceAll("/", "／").replaceAll(/\s+/g, "-")}`;
  const tree = quirks.has("sameName") ? "mirror" : "_posts";
  return `${tree}/${day.slice(0, 4)}/${cutToBytes(stem, longestName - 3 - Buffer.byteLength(odd))}${odd}.md`;
}

function cutToBytes(text: string, bytes: number): string {
  let kept = "";
  let size = 0;
  for (const character of text) {
    size += Buffer.byteLength(character);
    if (size > bytes) break;
    kept += character;
  }
  return kept;
}
