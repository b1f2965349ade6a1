import { createElement, focusText } from "@/components/browser/element.client";
import { parseMarkup } from "@/components/browser/markup.client";
import { buttonsOf } from "@/components/comments/browser/form/form-parts.client";
import { messages } from "@/components/comments/browser/messages.client";

/** The text as readers will see it, before the buttons; whoever hears the page hears it. */
export function showPreview(form: HTMLFormElement, html: string): void {
  hidePreview(form);
  const text = createElement("div", { class: "comment-text", dir: "auto" }, parseMarkup(html));
  const preview = createElement(
    "section",
    { class: "comment-preview", "aria-label": messages().previewTitle },
    createElement("h4", {}, messages().previewTitle),
    text,
  );
  buttonsOf(form)?.before(preview);
  focusText(preview);
}

export const hidePreview = (form: HTMLFormElement): void =>
  form.querySelector(".comment-preview")?.remove();
