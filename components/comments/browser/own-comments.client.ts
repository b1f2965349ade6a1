import { askSite } from "@/components/comments/browser/ask-site.client";
import { keep, readKept } from "@/components/comments/browser/local-storage.client";
import {
  createButton,
  createItem,
  findItem,
  placeItem,
} from "@/components/comments/browser/markup.client";
import { showRelativeTimes } from "@/components/comments/browser/relative-times.client";
import { commentMessages as messages } from "@/lib/messages/comments/comment-messages";
import { ownCommentsUrl } from "@/lib/urls";

/** A comment of this browser, as far as its controls have to know it. */
interface OwnComment {
  id: string;
  status: string;
  text: string;
  version: number;
}

interface ListedComment extends OwnComment {
  postId: string;
  html: string;
  secondsLeft: number;
}

const writtenKey = "masthead-comments-written";

/** Longer than anything can be changed, in milliseconds: whoever wrote nothing lately need not ask. */
const lately = 24 * 3_600_000;

export const rememberWriting = () => keep(writtenKey, { at: String(Date.now()) });

/** Gives what this browser wrote its controls, and shows what of it still waits for a moderator. */
export async function showOwnComments(
  section: HTMLElement,
  postId: string,
  signal: AbortSignal,
): Promise<void> {
  if (Date.now() - Number(readKept(writtenKey).at ?? 0) > lately) return;
  const response = await fetch(ownCommentsUrl, {
    headers: { accept: "application/json" },
    signal,
  }).catch(() => undefined);
  if (!response?.ok) return;
  const { comments }: { comments: ListedComment[] } = await response.json();
  for (const comment of comments.toReversed()) {
    if (comment.postId !== postId) continue;
    const item =
      findItem(section, comment.id) ?? (comment.status === "held" ? add(comment) : undefined);
    if (item) addControls(item, comment);
  }
  showRelativeTimes(section);

  function add({ html }: ListedComment): HTMLElement {
    const item = createItem(html);
    placeItem(section, item, undefined);
    return item;
  }
}

/** Edit and delete, beside a comment. What may no longer be changed says so when it is tried. */
export function addControls(item: HTMLElement, comment: OwnComment): void {
  item.querySelector(".comment-own")?.remove();
  item.classList.toggle("comment-held", comment.status === "held");
  const own = document.createElement("span");
  own.className = "comment-own";
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  if (comment.status === "held") said.textContent = messages.awaiting;
  own.append(
    createButton(messages.edit, "comment-link", () => edit(item, own, comment)),
    createButton(messages.delete, "comment-link", async () => {
      if (!confirm(messages.confirmDelete)) return;
      const answer = await askSite(ownCommentsUrl, { id: comment.id, intent: "delete" });
      if (!answer.ok) {
        said.textContent = answer.message;
        return;
      }
      const gone = document.createElement("p");
      gone.className = "comment-gone";
      gone.setAttribute("role", "status");
      gone.textContent = messages.deleted;
      item.replaceChildren(gone);
    }),
    said,
  );
  actionsOf(item).append(own);
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

/** Puts the words into a field in the place of the comment, until they are saved or left as they were. */
function edit(item: HTMLElement, own: HTMLElement, comment: OwnComment): void {
  const shown = item.querySelector<HTMLElement>(".comment-text");
  if (!shown) return;
  const field = document.createElement("textarea");
  field.value = comment.text;
  field.rows = 5;
  field.setAttribute("aria-label", messages.edit);
  const problem = document.createElement("p");
  problem.className = "comment-problem";
  problem.setAttribute("role", "alert");
  const buttons = document.createElement("p");
  buttons.className = "comment-buttons";
  buttons.append(
    createButton(messages.save, "button button-main", async () => {
      const answer = await askSite(ownCommentsUrl, {
        id: comment.id,
        version: String(comment.version),
        text: field.value,
        intent: "edit",
      });
      if (!answer.ok) {
        problem.textContent = Object.values(answer.problems).join(" ") || answer.message;
        return;
      }
      shown.innerHTML = createItem(answer.html).querySelector(".comment-text")?.innerHTML ?? "";
      leave();
      addControls(item, { ...comment, ...answer, text: field.value });
    }),
    createButton(messages.cancel, "button", leave),
  );
  const form = document.createElement("div");
  form.className = "comment-edit";
  form.append(field, problem, buttons);
  shown.hidden = true;
  own.hidden = true;
  shown.after(form);
  field.focus();

  function leave() {
    form.remove();
    own.hidden = false;
    if (shown) shown.hidden = false;
    own.querySelector("button")?.focus();
  }
}
