import { createElement } from "@/components/browser/element.client";
import { parseMarkup } from "@/components/browser/markup.client";
import { messages } from "@/components/comments/browser/messages.client";
import { anchors } from "@/lib/comments/markup/anchors";

/** Deeper answers stand beside what they answer, as in the store. */
const deepest = 5;

/** The list of a section's comments, which an empty thread has none of yet. */
function listOf(section: HTMLElement): HTMLElement {
  const present = section.querySelector<HTMLElement>(".comment-list");
  if (present) return present;
  const list = createElement("ol", { class: "comment-list" });
  section.querySelector(".comments-none")?.replaceWith(list);
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
  title.textContent = total > 0 ? messages().count(total) : messages().title;
}

/** An entry of the list from the server's markup of one comment. */
export function createItem(html: string): HTMLElement {
  const item = parseMarkup(html).firstElementChild;
  if (!(item instanceof HTMLElement)) throw new Error("the site sent no comment");
  return item;
}

/** The words of a comment, as readers see them. */
export const textOf = (item: HTMLElement): HTMLElement | null =>
  item.querySelector<HTMLElement>(".comment-text");

/** How deep an entry stands in its thread, by the class that indents it. */
const depthOf = ({ className }: HTMLElement): number =>
  Number(/comment-depth-(\d)/.exec(className)?.[1] ?? 0);

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
  setDepth(item, parent);
  if (parent) lastOfAnswers(parent).after(item);
  else if (section.dataset.order === "newest") listOf(section).prepend(item);
  else listOf(section).append(item);
}

/** The last entry of those that answer a comment, and their answers; itself where there is none. */
function lastOfAnswers(parent: HTMLElement): Element {
  let last: Element = parent;
  for (
    let next = last.nextElementSibling;
    next instanceof HTMLElement && depthOf(next) > depthOf(parent);
    next = next.nextElementSibling
  ) {
    last = next;
  }
  return last;
}
