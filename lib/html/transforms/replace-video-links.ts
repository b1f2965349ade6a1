import type { Element } from "hast";

import { attribute, isBlankText, isElement } from "@/lib/html/tree/element";
import { isSameAddress } from "@/lib/html/tree/same-text";
import { type Body, visitElements } from "@/lib/html/tree/tree";
import { createVideoStill } from "@/lib/html/tree/video-still";
import { findVideo } from "@/lib/html/video-hosts/video-hosts";

/**
 * The bare address of a video, alone in its paragraph, becomes a still: the simplest way for an
 * editor to embed one, and what WordPress leaves where its own player stood.
 */
export function replaceVideoLinks(body: Body): void {
  visitElements(body, (element) => {
    if (!isElement(element, "p", "div")) return;
    const address = findBareAddress(element);
    const video = address === undefined ? undefined : findVideo(address);
    if (video) element.children = [createVideoStill(video, undefined)];
  });
}

function findBareAddress(element: Element): string | undefined {
  // More than an address between two blanks is more than an address.
  if (element.children.length > 3) return undefined;
  const [only, other] = element.children.filter((child) => !isBlankText(child));
  if (only === undefined || other !== undefined) return undefined;
  if (only.type === "text")
    return /^https?:\/\/\S+$/i.test(only.value.trim()) ? only.value.trim() : undefined;
  const href = isElement(only, "a") ? attribute(only, "href") : undefined;
  const [text, more] = isElement(only, "a") ? only.children : [];
  if (href === undefined || text?.type !== "text" || more !== undefined) return undefined;
  return isSameAddress(text.value, href) ? href : undefined;
}
