import { askSite } from "@/components/comments/browser/ask-site.client";
import { type OwnComment, openEdit, readKeptEdit } from "@/components/comments/browser/edit.client";
import { keep, readKept } from "@/components/comments/browser/local-storage.client";
import {
  countMore,
  createButton,
  createItem,
  findItem,
  placeItem,
  setDepth,
} from "@/components/comments/browser/markup.client";
import { showRelativeTimes } from "@/components/comments/browser/relative-times.client";
import type { Replies } from "@/components/comments/browser/replies.client";
import { commentMessages as messages } from "@/lib/messages/comments/comment-messages";
import { ownCommentsUrl } from "@/lib/urls";

interface ListedComment extends OwnComment {
  postId: string;
  /** Empty where it answers the post. */
  parentId: string;
  html: string;
  secondsLeft: number;
}

/** Where own comments stand. */
interface Discussion {
  section: HTMLElement;
  replies: Replies;
  signal: AbortSignal;
}

const writtenKey = "masthead-comments-written";

/** Longer than anything can be changed, in milliseconds: whoever wrote nothing lately need not ask. */
const lately = 24 * 3_600_000;

export const rememberWriting = () => keep(writtenKey, { at: String(Date.now()) });

/** Gives what this browser wrote its controls, and shows what of it still waits for a moderator. */
export async function showOwnComments(postId: string, discussion: Discussion): Promise<void> {
  const { section, signal } = discussion;
  if (Date.now() - Number(readKept(writtenKey).at ?? 0) > lately) return;
  const comments = await readOwnComments(signal);
  if (signal.aborted) return;
  for (const comment of comments.toReversed()) {
    if (comment.postId !== postId) continue;
    const item =
      findItem(section, comment.id) ?? (comment.status === "held" ? add(comment) : undefined);
    if (item) addControls(item, comment, discussion);
  }
  showRelativeTimes(section);

  function add({ html, parentId }: ListedComment): HTMLElement {
    const item = createItem(html);
    const parent = parentId === "" ? undefined : findItem(section, parentId);
    setDepth(item, parent);
    placeItem(section, item, parent);
    return item;
  }
}

async function readOwnComments(signal: AbortSignal): Promise<ListedComment[]> {
  try {
    const response = await fetch(ownCommentsUrl, {
      headers: { accept: "application/json" },
      signal,
    });
    return response.ok ? (await response.json()).comments : [];
  } catch (reason) {
    // The page was left, or there is no connection: comments are there to be read, without controls.
    if (signal.aborted || reason instanceof TypeError) return [];
    throw reason;
  }
}

/** Edit and delete, beside a comment. What may no longer be changed says so when it is tried. */
export function addControls(
  item: HTMLElement,
  comment: OwnComment,
  { section, replies, signal }: Discussion,
): void {
  item.querySelector(".comment-own")?.remove();
  const own = document.createElement("span");
  own.className = "comment-own";
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  const change = () =>
    openEdit(item, own, comment, (word) => {
      showStatus();
      if (comment.status !== "held") said.textContent = word;
    });
  const changeButton = createButton(messages.edit, "comment-link", () => change().focus());
  const deleteButton = createButton(messages.delete, "comment-link", async () => {
    if (!confirm(messages.confirmDelete)) return;
    const answer = await askSite(ownCommentsUrl, { id: comment.id, intent: "delete" });
    if (!answer.ok) {
      said.textContent = answer.message;
      return;
    }
    showGone();
  });
  own.append(changeButton, deleteButton, said);
  actionsOf(item).append(own);
  showStatus();
  signal.addEventListener("abort", () => {
    const shown = item.querySelector<HTMLElement>(".comment-text");
    if (shown) shown.hidden = false;
    item.querySelector(".comment-edit")?.remove();
    own.remove();
  });
  if (readKeptEdit(comment.id) !== undefined) change();

  /** One that waits can't be answered. */
  function showStatus() {
    const isHeld = comment.status === "held";
    item.classList.toggle("comment-held", isHeld);
    said.textContent = isHeld ? messages.awaiting : "";
    if (!isHeld) return;
    if (replies.parent() === item) replies.goHome();
    item.querySelector(".comment-reply")?.remove();
  }

  function showGone() {
    if (replies.parent() === item) replies.goHome();
    if (comment.status === "visible") countMore(section, -1);
    const gone = document.createElement("p");
    gone.className = "comment-gone";
    gone.setAttribute("role", "status");
    gone.textContent = messages.deleted;
    item.classList.remove("comment-held");
    item.replaceChildren(gone);
    item.tabIndex = -1;
    item.focus();
  }
}

/** The line below a comment; one that waits can't be answered and has none. */
function actionsOf(item: HTMLElement): HTMLElement {
  const present = item.querySelector<HTMLElement>(".comment-actions");
  if (present) return present;
  const actions = document.createElement("p");
  actions.className = "comment-actions";
  item.append(actions);
  return actions;
}
