import type { SiteAnswer } from "@/components/comments/browser/ask-site.client";
import type { Discussion } from "@/components/comments/browser/discussion.client";
import { addControls } from "@/components/comments/browser/own/own-controls.client";
import {
  countMore,
  createItem,
  findItem,
  setDepth,
} from "@/components/comments/browser/thread-list.client";

/**
 * Puts a comment that was taken into the place of the one that was on its way.
 * @returns the comment; undefined if the site says nothing of how it looks
 */
export function showPosted(
  answer: SiteAnswer,
  pending: HTMLElement,
  { text, parent }: { text: string; parent: HTMLElement | undefined },
  discussion: Discussion,
): HTMLElement | undefined {
  const { section } = discussion;
  const { id, status, version, html } = answer;
  const item = html === "" ? undefined : createItem(html);
  const earlier = findItem(section, id);
  // A moderator may have been faster than the answer; and a try that seemed lost may have been shown already.
  if (!item || earlier) {
    pending.remove();
    return earlier;
  }
  setDepth(item, parent);
  pending.replaceWith(item);
  if (status === "visible") countMore(section, 1);
  addControls(item, { id, status, version, text }, discussion);
  return item;
}
