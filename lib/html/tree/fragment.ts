import { decodePercent } from "@/lib/site/decode-percent";

/** What stands behind the `#` of a link within a page, as the ids are written. */
export function decodeFragment(href: string): string {
  const fragment = href.replace(/^#/, "");
  return decodePercent(fragment) ?? fragment;
}
