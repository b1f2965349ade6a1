import type { KeptDraft } from "@/components/comments/browser/draft.client";
import {
  controlOf,
  createButton,
  findItem,
  titleOf,
} from "@/components/comments/browser/markup.client";
import { commentMessages as messages } from "@/lib/messages/comments/comment-messages";

export interface Replies {
  /** The comment that is being answered, where it is on the page. */
  parent(): HTMLElement | undefined;
  /** Takes the form back to its own place. */
  goHome(): void;
}

/**
 * Takes the form to the comment that is to be answered, rather than the reader to another page. An answer that was begun
 * before is taken up again.
 */
export function enhanceReplies(
  section: HTMLElement,
  form: HTMLFormElement,
  draft: KeptDraft,
  signal: AbortSignal,
): Replies {
  const home = form.parentElement;
  const title = titleOf(form);
  const parentField = controlOf(form, "parent");
  const parent = () => form.closest<HTMLElement>(".comment") ?? undefined;
  const cancel = createButton(messages.cancel, "button comment-cancel", () => {
    const link = parent()?.querySelector<HTMLElement>(".comment-reply");
    goHome();
    (link ?? controlOf(form, "text")).focus();
  });

  function answer(id: string, item: HTMLElement | undefined, heading: string) {
    parentField.value = id;
    if (title) title.textContent = heading;
    item?.append(form);
    form.querySelector(".comment-buttons")?.append(cancel);
  }

  function leaveParent() {
    if (title) title.textContent = messages.write;
    form.querySelector(".comment-cancel")?.remove();
    home?.append(form);
  }

  function goHome() {
    parentField.value = "";
    leaveParent();
    draft.keep();
  }

  section.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element ? event.target.closest("a.comment-reply") : null;
      const item = link?.closest<HTMLElement>(".comment");
      if (!link || !item || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      answer(item.id.replace(/^comment-/, ""), item, headingFor(item));
      draft.keep();
      controlOf(form, "text").focus();
    },
    { signal },
  );
  // The field keeps whom the form answers, for the case that the page comes back.
  signal.addEventListener("abort", leaveParent);

  const { id, title: heading } = draft.answered;
  const item = id === "" ? undefined : findItem(section, id);
  if (id !== "") answer(id, item, (item && headingFor(item)) || heading || messages.reply);
  return { parent, goHome };
}

/** "Reply to" and a name, as the link in a comment says it. */
const headingFor = (item: HTMLElement): string =>
  item.querySelector(".comment-reply .sr-only")?.textContent ?? "";
