import { hasClass, isElement } from "@/lib/html/tree/element";
import { type Body, rewriteElements } from "@/lib/html/tree/tree";

/** Elements whose text was never meant for readers: code, controls, drawings, fallbacks. */
const unreadElements: ReadonlySet<string> = new Set([
  "applet",
  "base",
  "button",
  "datalist",
  "embed",
  "head",
  "link",
  "math",
  "meta",
  "meter",
  "noembed",
  "noframes",
  "noscript",
  "output",
  "param",
  "progress",
  "script",
  "select",
  "slot",
  "style",
  "svg",
  "template",
  "textarea",
  "title",
  "xmp",
]);

/** Such elements go with everything in them; what is merely unknown is unwrapped later. */
export function dropUnreadElements(body: Body): void {
  rewriteElements(body, (element) => {
    // The one form control with a meaning here is ours: the box of a GFM task list.
    if (isElement(element, "input")) {
      return hasClass(element, "task-list-item-checkbox") ? element : undefined;
    }
    return unreadElements.has(element.tagName) ? undefined : element;
  });
}
