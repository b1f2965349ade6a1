import { createElement } from "@/components/browser/element.client";

interface PlayerContent extends Pick<HTMLIFrameElement, "src" | "title" | "referrerPolicy"> {
  isPortrait: boolean;
}

/** Its own scripts and storage, full screen, and a way to its own site; not our window, no forms, no downloads. */
const allowed = [
  "allow-scripts",
  "allow-same-origin",
  "allow-presentation",
  "allow-popups",
  "allow-popups-to-escape-sandbox",
];

/** A host's player in a box that can have the focus. */
export function createPlayer({ isPortrait, ...content }: PlayerContent): HTMLElement {
  const frame = createFrame(content);
  const className = isPortrait ? "video-player video-portrait" : "video-player";
  const box = createElement("span", { class: className, tabindex: "-1" }, frame);
  // Keys don't reach a frame that had the focus before its page came; the box keeps it until then.
  frame.addEventListener("load", () => document.activeElement === box && frame.focus());
  return box;
}

const createFrame = ({ src, title, referrerPolicy }: Omit<PlayerContent, "isPortrait">) =>
  createElement("iframe", {
    title,
    referrerpolicy: referrerPolicy,
    sandbox: allowed.join(" "),
    allow: "autoplay; fullscreen; picture-in-picture; encrypted-media",
    src,
  });
