import { controlOf, createButton } from "@/components/comments/browser/markup.client";
import { commentMessages as messages } from "@/lib/messages/comments/comment-messages";

export interface Replies {
  /** The comment that is being answered. */
  parent(): HTMLElement | undefined;
  /** Takes the form back to its own place. */
  goHome(): void;
}

/** Takes the form to the comment that is to be answered, rather than the reader to another page. */
export function enhanceReplies(
  section: HTMLElement,
  form: HTMLFormElement,
  signal: AbortSignal,
): Replies {
  const home = form.parentElement;
  const title = form.querySelector(".comment-form-title");
  const parentField = controlOf(form, "parent");
  let parent: HTMLElement | undefined;
  const cancel = createButton(messages.cancel, "button comment-cancel", () => {
    const link = parent?.querySelector<HTMLElement>(".comment-reply");
    goHome();
    link?.focus();
  });

  function goHome() {
    parent = undefined;
    parentField.value = "";
    if (title) title.textContent = messages.write;
    cancel.remove();
    home?.append(form);
  }

  section.addEventListener(
    "click",
    (event) => {
      const link = event.target instanceof Element ? event.target.closest("a.comment-reply") : null;
      const item = link?.closest<HTMLElement>(".comment");
      if (!link || !item || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      parent = item;
      parentField.value = item.id.replace(/^comment-/, "");
      if (title) title.textContent = link.querySelector(".sr-only")?.textContent ?? "";
      item.append(form);
      form.querySelector(".comment-buttons")?.append(cancel);
      controlOf(form, "text").focus();
    },
    { signal },
  );
  signal.addEventListener("abort", goHome);
  return { parent: () => parent, goHome };
}
