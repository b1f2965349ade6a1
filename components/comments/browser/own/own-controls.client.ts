import { createButton, createElement, focusText } from "@/components/browser/element.client";
import { askSite } from "@/components/comments/browser/ask-site.client";
import type { Discussion } from "@/components/comments/browser/discussion.client";
import { messages } from "@/components/comments/browser/messages.client";
import { openEdit } from "@/components/comments/browser/own/edit.client";
import { readKeptEdit } from "@/components/comments/browser/own/kept-edit.client";
import type { OwnComment } from "@/components/comments/browser/own/save-edit.client";
import { renewKeptPage } from "@/components/comments/browser/renew-kept-page.client";
import { countMore } from "@/components/comments/browser/thread-list.client";
import { ownCommentsUrl } from "@/lib/urls";

/** A comment that this browser wrote, on its page. */
interface OwnItem {
  item: HTMLElement;
  comment: OwnComment;
  /** Says what has become of it. */
  said: HTMLElement;
  discussion: Discussion;
}

/** Edit and delete, beside a comment. What may no longer be changed says so when it is tried. */
export function addControls(item: HTMLElement, comment: OwnComment, discussion: Discussion): void {
  item.querySelector(".comment-own")?.remove();
  const own = createElement("span", { class: "comment-own" });
  const said = createElement("span", { role: "status" });
  const ownItem = { item, comment, said, discussion };
  const change = () =>
    openEdit(item, own, comment, (word) => {
      showStatus(ownItem);
      if (comment.status !== "held") said.textContent = word;
    });
  own.append(
    createButton(messages().edit, "comment-link", () => change().focus()),
    createButton(messages().delete, "comment-link", () => deleteComment(ownItem)),
    said,
  );
  actionsOf(item).append(own);
  showStatus(ownItem);
  if (readKeptEdit(comment.id) !== undefined) change();
}

/** The line below a comment; one that waits can't be answered and has none. */
function actionsOf(item: HTMLElement): HTMLElement {
  const present = item.querySelector<HTMLElement>(".comment-actions");
  if (present) return present;
  const actions = createElement("p", { class: "comment-actions" });
  item.append(actions);
  return actions;
}

/** One that waits can't be answered. */
function showStatus({ item, comment, said, discussion: { replies } }: OwnItem): void {
  const isHeld = comment.status === "held";
  item.classList.toggle("comment-held", isHeld);
  said.textContent = isHeld ? messages().awaiting : "";
  if (!isHeld) return;
  if (replies.parent() === item) replies.goHome();
  item.querySelector(".comment-reply")?.remove();
}

async function deleteComment(ownItem: OwnItem): Promise<void> {
  if (!confirm(messages().confirmDelete)) return;
  const answer = await askSite(ownCommentsUrl, { id: ownItem.comment.id, intent: "delete" });
  if (!answer.ok) {
    ownItem.said.textContent = answer.message;
    return;
  }
  renewKeptPage();
  showGone(ownItem);
}

function showGone({ item, comment, discussion: { section, replies } }: OwnItem): void {
  if (replies.parent() === item) replies.goHome();
  if (comment.status === "visible") countMore(section, -1);
  item.classList.remove("comment-held");
  item.replaceChildren(
    createElement("p", { class: "comment-gone", role: "status" }, messages().deleted),
  );
  focusText(item);
}
