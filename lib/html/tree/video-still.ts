import type { Element } from "hast";

import { createElement, hasClass, isElement } from "@/lib/html/tree/element";
import type { Video } from "@/lib/html/video-hosts/video-hosts";

/** Classes of the style sheet, and by which the transforms know a still again. */
export const stillClass = "video-still";
export const portraitClass = "video-portrait";

/** What only we may say of a link; `forgetStill` takes it from those that come with a body. */
export const stillProperties = ["dataVideoHost", "dataVideoId", "dataVideoStart"] as const;

/** What hosts write into a frame's `title` when they mean nothing by it. */
const emptyTitle =
  /^(?:(?:embedded|html5|youtube|vimeo|bilibili|facebook|dailymotion|ted|video|player|embed|iframe|content)\b\s*)+$/i;

/**
 * A video as a link to its page that looks like a player. A script (`videos.entry.client.ts`) puts
 * the player in its place when it is pressed; nothing is asked of the host before.
 */
export function createVideoStill(video: Video, title: string | undefined): Element {
  const { host, id, start, isPortrait } = video;
  const href = host.watchUrl(id, start);
  const isTitle = title !== undefined && !emptyTitle.test(title);
  return createElement(
    "a",
    {
      className: isPortrait ? [stillClass, portraitClass] : [stillClass],
      href,
      dataVideoHost: host.key,
      dataVideoId: id,
      ...(start === undefined ? {} : { dataVideoStart: start }),
    },
    [
      createElement("b", {}, [{ type: "text", value: isTitle ? title : withoutScheme(href) }]),
      { type: "text", value: " " },
      createElement("small", {}, [{ type: "text", value: host.name }]),
    ],
  );
}

export function isVideoStill(element: Element): boolean {
  return element.tagName === "a" && hasClass(element, stillClass);
}

/** A link that poses as a still would say one thing and play another. */
export function forgetStill(link: Element): void {
  for (const property of stillProperties) delete link.properties[property];
  if (isVideoStill(link)) delete link.properties.className;
}

/** The part of a still that names the video. */
export function findStillTitle(still: Element): Element | undefined {
  return still.children.find((child) => isElement(child, "b"));
}

function withoutScheme(href: string): string {
  return href.replace(/^https:\/\/(?:www\.)?/, "");
}
