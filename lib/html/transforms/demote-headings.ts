import { type Body, visitElements } from "@/lib/html/tree";

/** The page's one `h1` is the post's title. */
export function demoteHeadings(body: Body): void {
  visitElements(body, (element) => {
    if (element.tagName === "h1") element.tagName = "h2";
  });
}
