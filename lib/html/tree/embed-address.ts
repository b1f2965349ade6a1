import type { Element } from "hast";

import { attribute, hasClass, isElement } from "@/lib/html/tree/element";
import { isWebUrl, resourceProtocols, safeUrl } from "@/lib/html/tree/safe-url";

const sources = ["src", "dataSrc", "dataLazySrc", "dataOriginal", "dataLitespeedSrc", "dataEzSrc"];

/** Where each kind of element keeps the address of what it would embed, as properties of hast. */
const properties: Readonly<Record<string, readonly string[]>> = {
  iframe: sources,
  frame: sources,
  "amp-iframe": sources,
  embed: sources,
  object: ["data"],
};

/** Elements that scripts turn into players, and the page of the video that they name by its id. */
const players: Readonly<Record<string, (id: string) => string>> = {
  "amp-youtube": (id) => `https://www.youtube.com/watch?v=${id}`,
  "lite-youtube": (id) => `https://www.youtube.com/watch?v=${id}`,
  "amp-vimeo": (id) => `https://vimeo.com/${id}`,
  "lite-vimeo": (id) => `https://vimeo.com/${id}`,
  "amp-dailymotion": (id) => `https://www.dailymotion.com/video/${id}`,
};

/** Whether an element stands for somebody else's page inside of ours. */
export function isEmbed(element: Element): boolean {
  return (
    properties[element.tagName] !== undefined ||
    players[element.tagName] !== undefined ||
    findPostAddress(element) !== undefined
  );
}

/** The web address of what an element embeds, the first that can be followed. */
export function findEmbedAddress(element: Element): string | undefined {
  for (const written of listWritten(element)) {
    const address = safeUrl(written ?? "", resourceProtocols);
    if (address !== undefined && isWebUrl(address)) return address;
  }
  return undefined;
}

function listWritten(element: Element): (string | undefined)[] {
  const toPage = players[element.tagName];
  if (toPage) {
    const id = attribute(element, "dataVideoid") ?? attribute(element, "videoid");
    return [id === undefined ? undefined : toPage(encodeURIComponent(id))];
  }
  const written = (properties[element.tagName] ?? []).map((name) => attribute(element, name));
  return [...written, ...listParameters(element), findPostAddress(element)];
}

/** `<param name="movie" value="…">` of the days of Flash. */
function listParameters(element: Element): (string | undefined)[] {
  if (element.tagName !== "object") return [];
  return element.children.flatMap((child) =>
    isElement(child, "param") && /^(?:movie|src|url)$/i.test(attribute(child, "name") ?? "")
      ? [attribute(child, "value")]
      : [],
  );
}

/** Posts of social networks that leave their place empty until their script has run. */
function findPostAddress(element: Element): string | undefined {
  if (hasClass(element, "fb-video") || hasClass(element, "fb-post")) {
    return attribute(element, "dataHref");
  }
  if (hasClass(element, "instagram-media")) return attribute(element, "dataInstgrmPermalink");
  if (hasClass(element, "tiktok-embed")) return attribute(element, "cite");
  return undefined;
}
