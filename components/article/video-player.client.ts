import { createElement } from "@/components/browser/element.client";
import { readVideo } from "@/lib/html/video-hosts/video-hosts";

/** Its own scripts and storage, full screen, and a way to its own site; not our window, no forms, no downloads. */
const allowed = [
  "allow-scripts",
  "allow-same-origin",
  "allow-presentation",
  "allow-popups",
  "allow-popups-to-escape-sandbox",
];

/**
 * A host's player in a box that can have the focus. Its address is built from the host's key and an id of the host's own
 * pattern, never from an address in the body.
 * @throws for a still that names no video of a known host
 */
export function createPlayer(still: HTMLAnchorElement): HTMLElement {
  const { videoHost, videoId, videoStart } = still.dataset;
  const video = readVideo({ videoHost, videoId, videoStart });
  if (!video) throw new Error(`no video of a known host: ${videoHost} ${videoId}`);
  const { host, id, start } = video;
  const title = still.querySelector("b")?.textContent ?? host.name;
  const frame = createElement("iframe", {
    title: `${title} (${host.name})`,
    referrerpolicy: host.referrerPolicy,
    sandbox: allowed.join(" "),
    allow: "autoplay; fullscreen; picture-in-picture; encrypted-media",
    src: host.playerUrl(id, start),
  });
  const isPortrait = still.classList.contains("video-portrait");
  const className = isPortrait ? "video-player video-portrait" : "video-player";
  const box = createElement("span", { class: className, tabindex: "-1" }, frame);
  // Keys don't reach a frame that had the focus before its page came; the box keeps it until then.
  frame.addEventListener("load", () => document.activeElement === box && frame.focus());
  return box;
}
