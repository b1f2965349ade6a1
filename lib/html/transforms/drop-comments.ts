import { type Body, type Parent, visitElements } from "@/lib/html/tree/tree";

/** Comments say nothing to a reader, and the timestamp at the top hides the real beginning. */
export function dropComments(body: Body): void {
  dropIn(body);
  visitElements(body, dropIn);
}

function dropIn(parent: Parent): void {
  if (parent.children.some((child) => child.type === "comment")) {
    parent.children = parent.children.filter((child) => child.type !== "comment");
  }
}
