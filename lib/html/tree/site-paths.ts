import { existsSync } from "node:fs";
import { join } from "node:path";
import type { BodyContext } from "@/lib/html/tree/body-context";
import { taxonomies } from "@/lib/publication";
import { decodePercent } from "@/lib/site/decode-percent";
import { archiveUrl, latestUrl, postUrl, taxonomyUrl } from "@/lib/urls";

const firstPiece = (path: string) => path.split("/", 2)[1] ?? "";

/** First pieces of the paths that this site answers itself. */
const ownPieces: ReadonlySet<string> = new Set([
  ...[
    postUrl("x"),
    latestUrl(2),
    archiveUrl,
    ...taxonomies.map((taxonomy) => taxonomyUrl(taxonomy)),
  ].map(firstPiece),
  "feeds",
  "search",
]);

/** Whether a path from the root is one of this site's: a page by its form, one that is named, or a file in `public/`. */
export function isOwnPath(
  path: string,
  { publicDirectory, ownPages }: Pick<BodyContext, "publicDirectory" | "ownPages">,
): boolean {
  const [pathname = ""] = path.split(/[?#]/, 1);
  return (
    pathname === "/" ||
    ownPieces.has(firstPiece(pathname)) ||
    ownPages.includes(pathname) ||
    isPublicFile(pathname, publicDirectory)
  );
}

function isPublicFile(pathname: string, publicDirectory: string): boolean {
  // `new URL` takes `..` away, so that nothing outside of the folder is looked at.
  if (!URL.canParse(pathname, "http://local/")) return false;
  const inside = decodePercent(new URL(pathname, "http://local/").pathname);
  return (
    inside !== undefined &&
    !inside.includes("..") &&
    !inside.includes("\0") &&
    existsSync(join(publicDirectory, inside))
  );
}
