import { wrapperElements } from "@/lib/html/tree/content-model";
import { hasClass } from "@/lib/html/tree/element";
import { type Body, rewriteElements } from "@/lib/html/tree/tree";

/**
 * Removes boxes around blocks: the one `<div>` around the whole body and any depth of page shell
 * (`region region-content`). Words in them are paragraphs already, so nothing runs together.
 */
export function unwrapBoxes(body: Body): void {
  rewriteElements(body, (element) =>
    wrapperElements.has(element.tagName) && !hasClass(element, "footnotes")
      ? element.children
      : element,
  );
}
