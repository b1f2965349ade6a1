"use client";

import { useEffect } from "react";
import { readVideo } from "@/lib/html/video-hosts/video-hosts";

interface VideoPlayerLabels {
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
 */
export function VideoPlayers({ labels }: { labels: VideoPlayerLabels }) {
  useEffect(() => {
    const stills = document.querySelectorAll<HTMLAnchorElement>("a.video-still");
    const undo = Array.from(stills, (still) => enhance(still, labels));
    // A page that is left keeps its elements for the way back: its players must fall silent.
    return () => {
      for (const restore of undo) restore();
    };
  }, [labels]);
  return null;
}

/** Makes a button of one still; the answer makes a link of it again. */
function enhance(still: HTMLAnchorElement, { play, note, lang }: VideoPlayerLabels): () => void {
  const { videoHost, videoId, videoStart } = still.dataset;
  const video = readVideo({ videoHost, videoId, videoStart });
  if (!video) return () => {};
  const { host, id, start } = video;
  const title = still.querySelector("b")?.textContent ?? host.name;
  const listening = new AbortController();
  const { signal } = listening;
  let player: HTMLElement | undefined;

  const explanation = document.createElement("small");
  explanation.className = "video-note";
  explanation.lang = lang;
  explanation.textContent = note.replace("{host}", host.name);
  still.append(explanation);
  still.role = "button";
  still.ariaLabel = play.replace("{title}", title);

  const open = () => {
    player = createPlayer(still, {
      src: host.playerUrl(id, start),
      title: `${title} (${host.name})`,
      referrerPolicy: host.referrerPolicy,
    });
    still.replaceWith(player);
    player.focus();
  };
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

  return () => {
    listening.abort();
    player?.replaceWith(still);
    explanation.remove();
    still.role = null;
    still.ariaLabel = null;
  };
}

function createPlayer(
  still: HTMLAnchorElement,
  { src, title, referrerPolicy }: Pick<HTMLIFrameElement, "src" | "title" | "referrerPolicy">,
): HTMLElement {
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.referrerPolicy = referrerPolicy;
  // Its own scripts and storage, full screen, and a way to its own site; not our window, no forms, no downloads.
  frame.sandbox.add(
    "allow-scripts",
    "allow-same-origin",
    "allow-presentation",
    "allow-popups",
    "allow-popups-to-escape-sandbox",
  );
  frame.allow = "autoplay; fullscreen; picture-in-picture; encrypted-media";
  frame.src = src;
  const box = document.createElement("span");
  box.tabIndex = -1;
  // Keys don't reach a frame that had the focus before its page came; the box keeps it until then.
  frame.addEventListener("load", () => document.activeElement === box && frame.focus());
  box.className = still.classList.contains("video-portrait")
    ? "video-player video-portrait"
    : "video-player";
  box.append(frame);
  return box;
}
