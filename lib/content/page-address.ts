import { basename } from "node:path";
import { pathOfAddress } from "@/lib/content/path-of-address";
import { readAddress } from "@/lib/read-address";
import { shortHash } from "@/lib/site/short-hash";
import { slugify } from "@/lib/text/slug";
import { publicFolders, roots, rootsToCome } from "@/lib/urls";

/** Nothing below these can be a page's, nor can they themselves. A page at `/comments` alone is in nobody's way. */
const closedRoots: ReadonlySet<string> = new Set([
  ...Object.values(roots).filter((root) => root !== roots.comments),
  publicFolders.pictures,
  ...rootsToCome,
]);

/** Whether a path on the site, without the slash at the start, is one that no static page can have. */
export const isReserved = (address: string): boolean =>
  closedRoots.has(`/${address.split("/", 1)[0]}`) || readAddress(`/${address}`).kind !== "page";

interface Addressed {
  permalink?: string | undefined;
  slug?: string | undefined;
}

/**
 * The path of a static page on the site, without the slash at the start: its `permalink`, its `slug`, or its file's
 * place under `pages/`. ASCII.
 * @param path of the file, relative to the content folder
 */
export function pageAddress({ permalink, slug }: Addressed, path: string): string {
  const place = path.replace(/^pages\//, "").replace(/\.(?:md|markdown)$/i, "");
  // A page that lies among the posts is not below them on the site.
  const fromFile = isReserved(place) ? basename(place) : place;
  const given = permalink === undefined ? (slug ?? fromFile) : pathOfAddress(permalink);
  const parts = given
    .replace(/\.html?$/i, "")
    .replace(/(^|\/)index$/, "")
    .split("/");
  const words = parts.map((part) => slugify(part).slug).filter((word) => word !== "");
  return words.join("/") || shortHash(path, 12);
}
