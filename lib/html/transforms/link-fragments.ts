import { attribute } from "@/lib/html/tree/element";
import { decodeFragment } from "@/lib/html/tree/fragment";
import { headingIdPrefix, userIdPrefix } from "@/lib/html/tree/sanitize";
import { type Body, visitElements } from "@/lib/html/tree/tree";
import { slugify } from "@/lib/text/slug";

/** Links within the post find the ids under the names that they have now. */
export function linkFragments(body: Body): void {
  const ids = new Set<string>();
  visitElements(body, (element) => {
    const id = attribute(element, "id");
    if (id !== undefined) ids.add(id);
  });
  visitElements(body, (element) => {
    const href = attribute(element, "href");
    if (element.tagName !== "a" || !href?.startsWith("#")) return;
    const fragment = decodeFragment(href);
    const target = candidates(fragment).find((id) => ids.has(id));
    if (target !== undefined) element.properties.href = `#${target}`;
  });
}

/** The author's own id, a heading by our id, a heading by its words as on GitHub. */
function candidates(fragment: string): string[] {
  return [userIdPrefix + fragment, fragment, headingIdPrefix + slugify(fragment).slug];
}
