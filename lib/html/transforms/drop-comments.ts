import { type Body, rewriteNodes } from "@/lib/html/tree";

/** Comments say nothing to a reader, and the timestamp at the top hides the real beginning. */
export function dropComments(body: Body): void {
  rewriteNodes(body, (node) => (node.type === "comment" ? undefined : node));
}
