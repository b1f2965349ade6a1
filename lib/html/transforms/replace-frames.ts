import type { Element, ElementContent } from "hast";

import { phrasingParents } from "@/lib/html/tree/content-model";
import { attribute, createElement, isBlankText, isElement } from "@/lib/html/tree/element";
import { findEmbedAddress, isEmbed } from "@/lib/html/tree/embed-address";
import { type Body, rewriteElements } from "@/lib/html/tree/tree";
import { isUnreadFrame } from "@/lib/html/tree/unread-frames";
import { createVideoStill, forgetStill } from "@/lib/html/tree/video-still";
import { findVideo } from "@/lib/html/video-hosts/video-hosts";

/**
 * What embeds somebody else's page becomes a still if it is a video of a known host, and a link if it
 * is anything else. Posts of social networks that can be read as they are stay.
 */
export function replaceFrames(body: Body): void {
  rewriteElements(body, (element, parent) => {
    if (element.tagName === "a") forgetStill(element);
    if (!isEmbed(element) || holdsContent(element)) return element;
    const link = linkTo(element);
    const isInline =
      parent.type === "element" &&
      (phrasingParents.has(parent.tagName) || parent.tagName === "object");
    return link && !isInline ? createElement("p", {}, [link]) : link;
  });
}

/** Words for browsers that can't embed, a post as text, or a frame inside that is a link by now. */
function holdsContent(element: Element): boolean {
  if (element.tagName === "iframe" || element.tagName === "amp-iframe") return false;
  return element.children.some(
    (child) => !isBlankText(child) && !isElement(child, "param", "amp-img", "img", "noscript"),
  );
}

function linkTo(embed: Element): ElementContent | undefined {
  const href = findEmbedAddress(embed);
  if (href === undefined) return undefined;
  const title = attribute(embed, "title") ?? attribute(embed, "dataTitle");
  const video = findVideo(href);
  if (video) return createVideoStill(video, title);
  // Flash hasn't played since 2021.
  if (isUnreadFrame(href) || /\.swf$/i.test(new URL(href).pathname)) return undefined;
  return createElement("a", { href }, [{ type: "text", value: title ?? describe(href) }]);
}

/** Host and path: enough to know where one is going. */
function describe(href: string): string {
  const { host, pathname } = new URL(href);
  return pathname === "/" ? host : host + pathname;
}
