import { createButton } from "@/components/browser/element.client";
import type { Replies } from "@/components/comments/browser/discussion.client";
import type { KeptDraft } from "@/components/comments/browser/form/draft.client";
import {
  buttonsOf,
  controlOf,
  titleOf,
} from "@/components/comments/browser/form/form-parts.client";
import { messages } from "@/components/comments/browser/messages.client";
import { findItem } from "@/components/comments/browser/thread-list.client";
import { anchors } from "@/lib/comments/markup/anchors";

/**
 * Takes the form to the comment that is to be answered, rather than the reader to another page. An answer that was begun
 * before is taken up again.
 */
export function enhanceReplies(
  section: HTMLElement,
  form: HTMLFormElement,
  draft: KeptDraft,
): Replies {
  const place = createFormPlace(form);
  const goHome = () => {
    controlOf(form, "parent").value = "";
    place.goHome();
    draft.keep();
  };
  const cancel = createButton(messages().cancel, "button comment-cancel", () => {
    const link = place.parent()?.querySelector<HTMLElement>(".comment-reply");
    goHome();
    (link ?? controlOf(form, "text")).focus();
  });
  const answer = (item: HTMLElement) => {
    place.goTo(answerTo(item), cancel);
    draft.keep();
    controlOf(form, "text").focus();
  };
  section.addEventListener("click", (event) => followReply(event, answer));
  const begun = findBegun(section, draft);
  if (begun) place.goTo(begun, cancel);
  return { parent: place.parent, goHome };
}

/** What a form answers, and how it is headed then. */
interface Answered {
  id: string;
  heading: string;
  /** Where it is on the page. */
  item: HTMLElement | undefined;
}

const answerTo = (item: HTMLElement): Answered => ({
  id: item.id.slice(anchors.comment("").length),
  heading: headingFor(item),
  item,
});

/** "Reply to" and a name, as the link in a comment says it. */
const headingFor = (item: HTMLElement): string =>
  item.querySelector(".comment-reply .sr-only")?.textContent ?? "";

/** The answer that was begun before the page was left. */
function findBegun(section: HTMLElement, { answered }: KeptDraft): Answered | undefined {
  const { id, title } = answered;
  if (id === "") return undefined;
  const item = findItem(section, id);
  return { id, item, heading: (item && headingFor(item)) || title || messages().reply };
}

/** The form's own place and those beside comments. */
function createFormPlace(form: HTMLFormElement) {
  const home = form.parentElement;
  const title = titleOf(form);
  return {
    parent: () => form.closest<HTMLElement>(".comment") ?? undefined,
    goTo({ id, heading, item }: Answered, cancel: HTMLElement) {
      controlOf(form, "parent").value = id;
      if (title) title.textContent = heading;
      item?.append(form);
      buttonsOf(form)?.append(cancel);
    },
    goHome() {
      if (title) title.textContent = messages().write;
      form.querySelector(".comment-cancel")?.remove();
      home?.append(form);
    },
  };
}

/** A click with a key held down is for a new tab or window: the link leads to a form there. */
function followReply(event: MouseEvent, answer: (item: HTMLElement) => void): void {
  const link = event.target instanceof Element ? event.target.closest("a.comment-reply") : null;
  const item = link?.closest<HTMLElement>(".comment");
  if (!item || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  answer(item);
}
