import { attribute } from "@/lib/html/tree/element";
import { userIdPrefix } from "@/lib/html/tree/sanitize";
import { type Body, visitElements } from "@/lib/html/tree/tree";

/**
 * Ids from a body get a prefix of their own, so that none can pose as an element of the page
 * ("DOM clobbering"); a second element of one id loses it. Links within the body follow later.
 */
export function scopeIds(body: Body): void {
  const taken = new Set<string>();
  visitElements(body, (element) => {
    const id = attribute(element, "id");
    delete element.properties.id;
    if (id === undefined || element.tagName === "input") return;
    const scoped = userIdPrefix + id;
    if (taken.has(scoped)) return;
    taken.add(scoped);
    element.properties.id = scoped;
  });
}
