import type { Discussion } from "@/components/comments/browser/discussion.client";
import { keep, readKept } from "@/components/comments/browser/local-storage.client";
import { addControls } from "@/components/comments/browser/own/own-controls.client";
import type { OwnComment } from "@/components/comments/browser/own/save-edit.client";
import { createItem, findItem, placeItem } from "@/components/comments/browser/thread-list.client";
import { ownCommentsUrl } from "@/lib/urls";

interface ListedComment extends OwnComment {
  postId: string;
  /** Empty where it answers the post. */
  parentId: string;
  html: string;
  secondsLeft: number;
}

const writtenKey = "masthead-comments-written";

/** Longer than anything can be changed, in milliseconds: whoever wrote nothing lately need not ask. */
const lately = 24 * 3_600_000;

export const rememberWriting = () => keep(writtenKey, { at: String(Date.now()) });

/** Gives what this browser wrote its controls, and shows what of it still waits for a moderator. */
export async function showOwnComments(postId: string, discussion: Discussion): Promise<void> {
  const { section } = discussion;
  if (Date.now() - Number(readKept(writtenKey).at ?? 0) > lately) return;
  const comments = await readOwnComments();
  for (const comment of comments.toReversed()) {
    if (comment.postId !== postId) continue;
    const item = findItem(section, comment.id) ?? addHeld(section, comment);
    if (item) addControls(item, comment, discussion);
  }
}

/** A comment that readers don't see yet stands where it will stand; one that was taken from them stays away. */
function addHeld(
  section: HTMLElement,
  { status, html, parentId }: ListedComment,
): HTMLElement | undefined {
  if (status !== "held") return undefined;
  const item = createItem(html);
  placeItem(section, item, parentId === "" ? undefined : findItem(section, parentId));
  return item;
}

async function readOwnComments(): Promise<ListedComment[]> {
  try {
    const response = await fetch(ownCommentsUrl, { headers: { accept: "application/json" } });
    return response.ok ? (await response.json()).comments : [];
  } catch (reason) {
    // There is no connection, or the page is being left: comments are there to be read, without controls.
    if (reason instanceof TypeError) return [];
    throw reason;
  }
}
