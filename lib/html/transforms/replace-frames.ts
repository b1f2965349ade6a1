import type { Element, ElementContent } from "hast";

import { phrasingParents } from "@/lib/html/content-model";
import { attribute, createElement } from "@/lib/html/element";
import { isWebUrl, resourceProtocols, safeUrl } from "@/lib/html/safe-url";
import { type Body, rewriteElements } from "@/lib/html/tree";

const sourceProperties = ["src", "dataSrc", "dataLazySrc", "dataOriginal"] as const;

/** A frame is somebody else's page inside ours: a link to it is enough. */
export function replaceFrames(body: Body): void {
  rewriteElements(body, (element, parent) => {
    if (element.tagName !== "iframe" && element.tagName !== "frame") return element;
    const link = linkTo(element);
    const isInline = parent.type === "element" && phrasingParents.has(parent.tagName);
    return link && !isInline ? createElement("p", {}, [link]) : link;
  });
}

function linkTo(frame: Element): ElementContent | undefined {
  for (const property of sourceProperties) {
    const href = safeUrl(attribute(frame, property) ?? "", resourceProtocols);
    if (href === undefined || !isWebUrl(href)) continue;
    const label = attribute(frame, "title") ?? describe(href);
    return createElement("a", { href }, [{ type: "text", value: label }]);
  }
  return undefined;
}

/** Host and path: enough to know where one is going. */
function describe(href: string): string {
  const { host, pathname } = new URL(href);
  return pathname === "/" ? host : host + pathname;
}
