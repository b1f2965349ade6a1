import { anchors } from "@/lib/comments/markup/anchors";
import { commentMessages as messages } from "@/lib/messages/comments/comment-messages";

/** Deeper answers stand beside what they answer, as in the store. */
const deepest = 5;

/** A control of a form that we made ourselves, by its name. */
export function controlOf(
  form: HTMLFormElement,
  name: string,
): HTMLInputElement | HTMLTextAreaElement {
  const control = form.elements.namedItem(name);
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) return control;
  throw new Error(`the comment form has no field ${name}`);
}

export function createButton(
  label: string,
  className: string,
  onClick: () => void,
): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.textContent = label;
  button.addEventListener("click", onClick);
  return button;
}

/** What a form says that it is for. */
export const titleOf = (form: HTMLFormElement): HTMLElement | null =>
  form.querySelector<HTMLElement>(".comment-form-title");

/** The line of a form that says what is going on, to those who hear the page too. */
export function statusOf(form: HTMLFormElement): HTMLElement {
  const present = form.querySelector<HTMLElement>(".comment-status");
  if (present) return present;
  const status = document.createElement("p");
  status.className = "comment-status";
  status.setAttribute("role", "status");
  form.append(status);
  return status;
}

/** The list of a section's comments, which an empty thread has none of yet. */
function listOf(section: HTMLElement): HTMLElement {
  const present = section.querySelector<HTMLElement>(".comment-list");
  if (present) return present;
  const list = document.createElement("ol");
  list.className = "comment-list";
  section.querySelector(".comments-none")?.replaceWith(list);
  if (!list.isConnected) section.prepend(list);
  return list;
}

export const findItem = (section: HTMLElement, id: string): HTMLElement | undefined =>
  section.querySelector<HTMLElement>(`[id="${anchors.comment(id)}"]`) ?? undefined;

/** Brings a section's headline up to date with what was written, or deleted, here. */
export function countMore(section: HTMLElement, more: number) {
  const title = section.querySelector<HTMLElement>(".comments-title");
  if (!title) return;
  const total = Math.max(0, Number(title.dataset.total ?? 0) + more);
  title.dataset.total = String(total);
  title.textContent = total > 0 ? messages.count(total) : messages.title;
}

/** An entry of the list from the server's markup of one comment. */
export function createItem(html: string): HTMLElement {
  const template = document.createElement("template");
  template.innerHTML = html;
  const item = template.content.firstElementChild;
  if (!(item instanceof HTMLElement)) throw new Error("the site sent no comment");
  return item;
}

/** How deep an entry stands in its thread, by the class that indents it. */
const depthOf = (item: HTMLElement): number =>
  Number(/comment-depth-(\d)/.exec(item.className)?.[1] ?? 0);

/** Indents an entry as an answer to another one; without one, not at all. */
export function setDepth(item: HTMLElement, parent: HTMLElement | undefined) {
  item.classList.remove(...[...item.classList].filter((name) => /depth/.test(name)));
  if (parent) item.classList.add(`comment-depth-${Math.min(deepest, depthOf(parent) + 1)}`);
}

/** Puts a new entry where the next page that the server makes will have it. */
export function placeItem(
  section: HTMLElement,
  item: HTMLElement,
  parent: HTMLElement | undefined,
) {
  if (!parent) {
    const list = listOf(section);
    if (section.dataset.order === "newest") list.prepend(item);
    else list.append(item);
    return;
  }
  let last: Element = parent;
  for (
    let next = last.nextElementSibling;
    next instanceof HTMLElement && depthOf(next) > depthOf(parent);
    next = next.nextElementSibling
  ) {
    last = next;
  }
  last.after(item);
}
