import { createElement } from "@/components/browser/element.client";
import {
  discussionAddress,
  type GiscusDiscussion,
  giscusOrigin,
} from "@/components/comments/browser/giscus/discussion-address.client";
import {
  endSession,
  hasSession,
  takeSession,
} from "@/components/comments/browser/giscus/giscus-session.client";
import { readMessage } from "@/components/comments/browser/giscus/read-message.client";

export interface FramedDiscussion extends GiscusDiscussion {
  /** Of the frame, for those who hear the page. */
  title: string;
}

/**
 * Puts a discussion of giscus in place of what is there. Its script would do no more than this (a frame, a session, a
 * height), but with all rights of the page; so its frame alone is let in. The frame follows the reader's colour scheme.
 * @see https://github.com/giscus/giscus/blob/main/ADVANCED-USAGE.md
 */
export function openGiscus(place: HTMLElement, discussion: FramedDiscussion): void {
  const frame = createElement("iframe", {
    class: "giscus-frame",
    title: discussion.title,
    allow: "clipboard-write",
    src: discussionAddress(discussion, takeSession()),
  });
  addEventListener("message", ({ source, origin, data }) => {
    if (origin === giscusOrigin && source === frame.contentWindow) hear(data, frame, discussion);
  });
  place.replaceChildren(frame);
}

function hear(data: unknown, frame: HTMLIFrameElement, discussion: FramedDiscussion): void {
  const { resizeHeight, signOut, error } = readMessage(data);
  if (resizeHeight) frame.style.height = `${resizeHeight}px`;
  if (signOut || (error && hasSession())) {
    // Signed out, or a session that is over: without it the discussion can still be read.
    endSession();
    frame.src = discussionAddress(discussion, "");
  }
}
