import { createPlayer } from "@/components/article/video-player.client";
import { createElement } from "@/components/browser/element.client";
import { readVideo } from "@/lib/html/video-hosts/video-hosts";

export interface VideoPlayerLabels {
  /** Name of the button; `{title}` is the video's. */
  play: string;
  /** What a click does; `{host}` is the host's name. */
  note: string;
  /** BCP 47, of both. */
  lang: string;
}

/**
 * Lets the stills of an article play in place. Without it each is a link to its video's page, and so it is for a
 * reader who opens it in a new tab. The address of a player is built from the host's key and an id of the host's own
 * pattern, never from an address in the body; nothing is asked of a host before the click.
 * @returns makes links of them again: a page that is left keeps its elements for the way back, and its players must fall
 * silent
 */
export function enhanceStills(root: ParentNode, labels: VideoPlayerLabels): () => void {
  const stills = root.querySelectorAll<HTMLAnchorElement>("a.video-still");
  const undo = Array.from(stills, (still) => enhanceStill(still, labels));
  return () => {
    for (const restore of undo) restore();
  };
}

/** Makes a button of one still; the answer makes a link of it again. */
function enhanceStill(still: HTMLAnchorElement, labels: VideoPlayerLabels): () => void {
  const { videoHost, videoId, videoStart } = still.dataset;
  const video = readVideo({ videoHost, videoId, videoStart });
  if (!video) return () => {};
  const { host, id, start } = video;
  const title = still.querySelector("b")?.textContent ?? host.name;
  let player: HTMLElement | undefined;
  const unmark = markAsButton(still, { title, hostName: host.name }, labels);
  const listening = onPress(still, () => {
    player = createPlayer({
      src: host.playerUrl(id, start),
      title: `${title} (${host.name})`,
      referrerPolicy: host.referrerPolicy,
      isPortrait: still.classList.contains("video-portrait"),
    });
    still.replaceWith(player);
    player.focus();
  });
  return () => {
    listening.abort();
    player?.replaceWith(still);
    unmark();
  };
}

/** Says what a click does now. */
function markAsButton(
  still: HTMLAnchorElement,
  { title, hostName }: { title: string; hostName: string },
  { play, note, lang }: VideoPlayerLabels,
): () => void {
  const words = note.replace("{host}", hostName);
  const explanation = createElement("small", { class: "video-note", lang }, words);
  still.append(explanation);
  still.role = "button";
  still.ariaLabel = play.replace("{title}", title);
  return () => {
    explanation.remove();
    still.role = null;
    still.ariaLabel = null;
  };
}

/** A link answers to a click and to Enter, which clicks; a button answers to the space bar too. */
function onPress(still: HTMLAnchorElement, open: () => void): AbortController {
  const listening = new AbortController();
  const { signal } = listening;
  still.addEventListener(
    "click",
    (event) => {
      // With a key held down the reader wants the link: a new tab, a new window, a download.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open();
    },
    { signal },
  );
  still.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      open();
    },
    { signal },
  );
  return listening;
}
