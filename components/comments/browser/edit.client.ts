import { askSite, type SiteAnswer } from "@/components/comments/browser/ask-site.client";
import { keep, readKept } from "@/components/comments/browser/local-storage.client";
import { createButton, createItem } from "@/components/comments/browser/markup.client";
import { commentMessages as messages } from "@/lib/messages/comments/comment-messages";
import { ownCommentsUrl } from "@/lib/urls";

/** A comment of this browser, as far as its controls have to know it. */
export interface OwnComment {
  id: string;
  status: string;
  text: string;
  version: number;
}

/** The change that was typed last: one at a time, so that what is never finished doesn't add up. */
const editKey = "masthead-comment-edit";

/** What was typed into a comment and not saved yet. */
export function readKeptEdit(id: string): string | undefined {
  const kept = readKept(editKey);
  return kept.id === id ? kept.text : undefined;
}

/**
 * Puts the words into a field in the place of the comment, until they are saved or left as they were.
 * @param own the controls, which make room for it
 * @param comment is brought up to date when its change is saved
 * @param onSaved with the word to say about it
 * @returns the field
 */
export function openEdit(
  item: HTMLElement,
  own: HTMLElement,
  comment: OwnComment,
  onSaved: (word: string) => void,
): HTMLTextAreaElement {
  const shown = item.querySelector<HTMLElement>(".comment-text");
  if (!shown) throw new Error("a comment without a text can't be changed");
  const field = document.createElement("textarea");
  field.value = readKeptEdit(comment.id) ?? comment.text;
  field.rows = 5;
  field.dir = "auto";
  field.setAttribute("aria-label", messages.edit);
  field.addEventListener("input", () => {
    const isChanged = field.value !== comment.text;
    keep(editKey, isChanged ? { id: comment.id, text: field.value } : {});
  });
  const problem = document.createElement("p");
  problem.className = "comment-problem";
  problem.setAttribute("role", "alert");
  const buttons = document.createElement("p");
  buttons.className = "comment-buttons";
  buttons.append(
    createButton(messages.save, "button button-main", async () => {
      if (form.getAttribute("aria-busy") === "true") return;
      form.setAttribute("aria-busy", "true");
      try {
        await save();
      } finally {
        form.removeAttribute("aria-busy");
      }
    }),
    createButton(messages.cancel, "button", leave),
  );
  const form = document.createElement("div");
  form.className = "comment-edit";
  form.append(field, problem, buttons);
  shown.hidden = true;
  own.hidden = true;
  shown.after(form);
  return field;

  async function save() {
    const text = field.value;
    let answer = await send(text);
    // A moderator's look at a comment makes another version of it, with the same words.
    if (!answer.ok && answer.version > comment.version && answer.text === comment.text) {
      comment.version = answer.version;
      answer = await send(text);
    }
    if (answer.html !== "") takeOver(answer);
    if (answer.ok) {
      leave();
      onSaved(messages.saved);
      return;
    }
    problem.textContent = Object.values(answer.problems).join(" ") || answer.message;
    // What it says now can be looked at beside what was typed.
    if (answer.html !== "" && shown) shown.hidden = false;
    field.focus();
  }

  function send(text: string): Promise<SiteAnswer> {
    const { id, version } = comment;
    return askSite(ownCommentsUrl, { id, version: String(version), text, intent: "edit" });
  }

  function takeOver({ html, text, version, status }: SiteAnswer) {
    Object.assign(comment, { text, version, status });
    if (shown) shown.innerHTML = createItem(html).querySelector(".comment-text")?.innerHTML ?? "";
  }

  function leave() {
    keep(editKey, {});
    form.remove();
    own.hidden = false;
    if (shown) shown.hidden = false;
    own.querySelector("button")?.focus();
  }
}
