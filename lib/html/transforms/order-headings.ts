import { headingElements } from "@/lib/html/tree/content-model";
import { type Body, visitElements } from "@/lib/html/tree/tree";

const levels: ReadonlyMap<string, number> = new Map(
  headingElements.map((name, index) => [name, index + 1]),
);

/**
 * Headings as an outline below the page's one `h1`, the post's title: the first is an `h2`, each is at
 * most one level below the one that it belongs to, and those of one level stay of one level.
 */
export function orderHeadings(body: Body): void {
  /** The levels, as written, of the headings that the next may belong to. */
  const open: number[] = [];
  visitElements(body, (element) => {
    const level = levels.get(element.tagName);
    if (level === undefined) return;
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    element.tagName = headingElements[open.length] ?? "h6";
  });
}
