import { existsSync } from "node:fs";
import { join } from "node:path";
import type { BodyContext } from "@/lib/html/tree/body-context";
import { type Address, readAddress } from "@/lib/read-address";
import { decodePercent } from "@/lib/site/decode-percent";

/** What the text of a post may lead to; what is below `/api`, say, is the original's if the text comes from elsewhere. */
const readersKinds: ReadonlySet<Address["kind"]> = new Set([
  "front",
  "latest",
  "post",
  "thread",
  "taxonomy",
  "term",
  "archive",
  "year",
  "month",
]);

/** Whether a path from the root is one of this site's: a page by its form, one that is named, or a file in `public/`. */
export function isOwnPath(
  path: string,
  { publicDirectory, ownPages }: Pick<BodyContext, "publicDirectory" | "ownPages">,
): boolean {
  const [pathname = ""] = path.split(/[?#]/, 1);
  return (
    readersKinds.has(readAddress(pathname).kind) ||
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
