import { toString as textOf } from "hast-util-to-string";
import { attribute } from "@/lib/html/tree/element";
import { headingIdPrefix, userIdPrefix } from "@/lib/html/tree/sanitize";
import { type Body, visitElements } from "@/lib/html/tree/tree";
import { slugify } from "@/lib/text/slug";

/** Where the links within a body may lead to. */
export interface Anchors {
  /** How many elements a fragment, without its `#`, may mean. */
  count(fragment: string): number;
}

/** The ids and headings of a body before any transform, as `linkFragments` will find them. */
export function listAnchors(tree: Body): Anchors {
  const ids = new Map<string, number>();
  const headings = new Map<string, number>();
  const add = (counts: Map<string, number>, name: string) =>
    counts.set(name, (counts.get(name) ?? 0) + 1);
  visitElements(tree, (element) => {
    const id =
      attribute(element, "id") ??
      (element.tagName === "a" ? attribute(element, "name") : undefined);
    if (id !== undefined) add(ids, id);
    else if (/^h[1-6]$/.test(element.tagName))
      add(headings, slugify(textOf(element).slice(0, 200)).slug);
  });
  const count = (fragment: string): number => {
    const own = ids.get(fragment) ?? ids.get(withoutPrefix(fragment, userIdPrefix));
    if (own !== undefined) return own;
    const slug = slugify(withoutPrefix(fragment, headingIdPrefix)).slug;
    const same = headings.get(slug);
    if (same !== undefined) return same;
    // `#a-2` is the second heading "A".
    const [, base = "", turn = ""] = /^(.+)-(\d{1,4})$/.exec(slug) ?? [];
    return Number(turn) >= 2 && (headings.get(base) ?? 0) >= Number(turn) ? 1 : 0;
  };
  return { count };
}

const withoutPrefix = (text: string, prefix: string): string =>
  text.startsWith(prefix) ? text.slice(prefix.length) : text;
