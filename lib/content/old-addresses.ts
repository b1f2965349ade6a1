import { pathOfAddress } from "@/lib/content/path-of-address";
import { addressKey, plainPath } from "@/lib/site/address-key";

interface Addressed {
  /** Relative to the content folder. */
  path: string;
  permalink?: string | undefined;
  aliases?: string[] | undefined;
  categories?: string[] | undefined;
}

/**
 * Where a post may have been before it came here: its `permalink`, its `aliases`, and the address that Jekyll gives by
 * default, `/:categories/:year/:month/:day/:title.html` with the title from the file's name
 * (https://jekyllrb.com/docs/permalinks/).
 * @returns keys for the store's redirects
 */
export function listOldAddresses({
  path,
  permalink,
  aliases = [],
  categories = [],
}: Addressed): number[] {
  const addresses = [...aliases, ...(permalink ? [permalink] : [])].map(pathOfAddress);
  const named = /(?:^|\/)(\d{4})-(\d{1,2})-(\d{1,2})-([^/]+)\.(?:md|markdown)$/i.exec(path);
  if (named) {
    const [, year = "", month = "", day = "", title = ""] = named;
    const parts = [
      ...categories.map((category) => category.toLowerCase().replace(/\s+/g, "-")),
      year,
      month.padStart(2, "0"),
      day.padStart(2, "0"),
      title,
    ];
    addresses.push(`/${parts.join("/")}`);
  }
  // One that is the front page's, or that has no letter, would lead from wherever nothing else is.
  return [...new Set(addresses.filter((address) => plainPath(address) !== "").map(addressKey))];
}
