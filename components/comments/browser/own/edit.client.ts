import { createButton, createElement } from "@/components/browser/element.client";
import type { SiteAnswer } from "@/components/comments/browser/ask-site.client";
import { messages } from "@/components/comments/browser/messages.client";
import {
  forgetEdit,
  keepEdit,
  readKeptEdit,
} from "@/components/comments/browser/own/kept-edit.client";
import { type OwnComment, saveEdit } from "@/components/comments/browser/own/save-edit.client";
import { renewKeptPage } from "@/components/comments/browser/renew-kept-page.client";
import { createItem, textOf } from "@/components/comments/browser/thread-list.client";
import { whileBusy } from "@/components/comments/browser/while-busy.client";

/** A comment whose words are being changed. */
interface Edited {
  comment: OwnComment;
  /** What readers see of it. */
  shown: HTMLElement;
  /** Its controls, which make room for the field. */
  own: HTMLElement;
  /** With the word to say about it. */
  onSaved: (word: string) => void;
}

interface EditForm {
  form: HTMLElement;
  field: HTMLTextAreaElement;
  problem: HTMLElement;
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
  const shown = textOf(item);
  if (!shown) throw new Error("a comment without a text can't be changed");
  const { form, field } = createEditForm({ comment, shown, own, onSaved });
  shown.hidden = true;
  own.hidden = true;
  shown.after(form);
  return field;
}

function createEditForm(edited: Edited): EditForm {
  const field = createField(edited.comment);
  const problem = createElement("p", { class: "comment-problem", role: "alert" });
  const buttons = createElement("p", { class: "comment-buttons" });
  const form = createElement("div", { class: "comment-edit" }, field, problem, buttons);
  const parts = { form, field, problem };
  buttons.append(
    createButton(messages().save, "button button-main", () =>
      whileBusy(form, () => save(edited, parts)),
    ),
    createButton(messages().cancel, "button", () => leave(edited, form)),
  );
  return parts;
}

function createField(comment: OwnComment): HTMLTextAreaElement {
  const field = createElement("textarea", {
    rows: "5",
    dir: "auto",
    "aria-label": messages().edit,
  });
  field.value = readKeptEdit(comment.id) ?? comment.text;
  field.addEventListener("input", () => keepEdit(comment, field.value));
  return field;
}

async function save(edited: Edited, { form, field, problem }: EditForm): Promise<void> {
  const { comment, shown, onSaved } = edited;
  const answer = await saveEdit(comment, field.value);
  if (answer.html !== "") {
    shown.replaceChildren(...(textOf(createItem(answer.html))?.childNodes ?? []));
  }
  if (answer.ok) {
    renewKeptPage();
    leave(edited, form);
    onSaved(messages().saved);
    return;
  }
  problem.textContent = problemOf(answer);
  // What it says now can be looked at beside what was typed.
  if (answer.html !== "") shown.hidden = false;
  field.focus();
}

const problemOf = ({ problems, message }: SiteAnswer): string =>
  Object.values(problems).join(" ") || message;

function leave({ shown, own }: Edited, form: HTMLElement): void {
  forgetEdit();
  form.remove();
  own.hidden = false;
  shown.hidden = false;
  own.querySelector("button")?.focus();
}
