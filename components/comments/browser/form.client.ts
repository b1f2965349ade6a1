import { askSite, type SiteAnswer } from "@/components/comments/browser/ask-site.client";
import {
  answerChallenge,
  fetchChallenge,
  type HeldChallenge,
  hold,
} from "@/components/comments/browser/challenge.client";
import type { KeptDraft } from "@/components/comments/browser/draft.client";
import {
  controlOf,
  countMore,
  createItem,
  findItem,
  placeItem,
  setDepth,
  statusOf,
} from "@/components/comments/browser/markup.client";
import { addControls, rememberWriting } from "@/components/comments/browser/own-comments.client";
import { showRelativeTimes } from "@/components/comments/browser/relative-times.client";
import type { Replies } from "@/components/comments/browser/replies.client";
import { commentMessages as messages } from "@/lib/messages/comments/comment-messages";
import { commentsApiUrl } from "@/lib/urls";

interface EnhancedForm {
  section: HTMLElement;
  form: HTMLFormElement;
  draft: KeptDraft;
  replies: Replies;
  signal: AbortSignal;
}

/** Posts without leaving the page. */
export function enhanceForm({ section, form, draft, replies, signal }: EnhancedForm): void {
  const status = statusOf(form);
  let challenge: Promise<HeldChallenge | undefined> | undefined;
  // The same for every try to post one text.
  let key = createKey();

  form.noValidate = true;
  form.addEventListener(
    "focusin",
    () => {
      challenge ??= fetchChallenge(controlOf(form, "post").value);
    },
    { signal },
  );

  form.addEventListener(
    "submit",
    async (event) => {
      event.preventDefault();
      // Kept in the page: it may be left and come back while a comment is on its way.
      if (form.getAttribute("aria-busy") === "true") return;
      form.setAttribute("aria-busy", "true");
      const isPreview =
        event.submitter instanceof HTMLButtonElement && event.submitter.value === "preview";
      try {
        await (isPreview ? preview() : post());
      } finally {
        form.removeAttribute("aria-busy");
      }
    },
    { signal },
  );

  async function preview() {
    const answer = await askSite(commentsApiUrl, { ...fieldsOf(form), intent: "preview" });
    showProblems(form, answer.problems);
    showPreview(form, answer.ok ? answer.html : "");
    say(answer.ok ? "" : answer.message, !answer.ok);
  }

  async function post() {
    const fields = fieldsOf(form);
    const text = controlOf(form, "text").value;
    const parent = replies.parent();
    const pending = createPending(section, fields, parent);
    showPreview(form, "");
    say(messages.posting);
    status.scrollIntoView({ block: "nearest" });
    const answer = await send(fields);
    showProblems(form, answer.problems);
    if (!answer.ok) {
      pending.remove();
      say(answer.message, true);
      form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    challenge = undefined;
    key = createKey();
    rememberWriting();
    const isFinished = draft.forget(text) && controlOf(form, "parent").value === fields.parent;
    if (isFinished) replies.goHome();
    say(answer.status === "visible" ? messages.published : messages.held);
    const item = show(answer, pending, { text, parent });
    if (!item || !isFinished) return;
    item.tabIndex = -1;
    item.focus();
  }

  /** Puts a comment that was taken into the place of the one that was on its way. */
  function show(
    answer: SiteAnswer,
    pending: HTMLElement,
    { text, parent }: { text: string; parent: HTMLElement | undefined },
  ): HTMLElement | undefined {
    const item = answer.html === "" ? undefined : createItem(answer.html);
    const earlier = findItem(section, answer.id);
    // A moderator may have been faster than the answer; and a try that seemed lost may have been shown already.
    if (!item || earlier) {
      pending.remove();
      return earlier;
    }
    setDepth(item, parent);
    pending.replaceWith(item);
    if (answer.status === "visible") countMore(section, 1);
    showRelativeTimes(section);
    const { id, status, version } = answer;
    if (!signal.aborted) {
      addControls(item, { id, status, version, text }, { section, replies, signal });
    }
    return item;
  }

  /** With what the site asks for: a token that shows when writing began, and work where many comments arrive. */
  async function send(fields: Record<string, string>): Promise<SiteAnswer> {
    let held = await challenge;
    for (let turn = 0; ; turn += 1) {
      const effort = held ? await answerChallenge(held) : { key };
      const answer = await askSite(commentsApiUrl, { ...fields, ...effort, intent: "post" });
      if (answer.ok || !answer.challenge) return answer;
      held = hold(answer.challenge);
      challenge = Promise.resolve(held);
      // What somebody has deleted is not written again without being asked.
      if (turn === 2 || answer.reason === "no-such-comment") return answer;
      if (held.bits > 0) say(messages.proving);
    }
  }

  function say(message: string, isAlert = false) {
    status.setAttribute("role", isAlert ? "alert" : "status");
    status.classList.toggle("comment-status-alert", isAlert);
    status.textContent = message;
    // Right below the buttons, which may be the last that a phone shows.
    if (isAlert) status.scrollIntoView({ block: "nearest" });
  }
}

/** `crypto.randomUUID` is for HTTPS alone. */
const createKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === "string") fields[name] = value;
  return fields;
}

/** What is wrong, beside the field that it is about. */
function showProblems(form: HTMLFormElement, problems: Record<string, string>) {
  for (const name of ["name", "email", "website", "text"]) {
    const control = controlOf(form, name);
    const problem = problems[name] ?? "";
    const place = control.closest(".comment-field")?.querySelector(".comment-problem");
    if (place) place.textContent = problem;
    if (problem) control.setAttribute("aria-invalid", "true");
    else control.removeAttribute("aria-invalid");
  }
}

function showPreview(form: HTMLFormElement, html: string) {
  form.querySelector(".comment-preview")?.remove();
  if (html === "") return;
  const preview = document.createElement("section");
  preview.className = "comment-preview";
  const title = document.createElement("h4");
  title.textContent = messages.previewTitle;
  preview.setAttribute("aria-label", messages.previewTitle);
  const text = document.createElement("div");
  text.className = "comment-text";
  text.dir = "auto";
  text.innerHTML = html;
  preview.append(title, text);
  form.querySelector(".comment-buttons")?.before(preview);
  // It stands before the buttons, and whoever hears the page hears it.
  preview.tabIndex = -1;
  preview.focus();
}

/** The comment as it will stand there, while it is on its way. */
function createPending(
  section: HTMLElement,
  fields: Record<string, string>,
  parent: HTMLElement | undefined,
): HTMLElement {
  const item = document.createElement("li");
  item.className = "comment comment-pending";
  setDepth(item, parent);
  const head = document.createElement("p");
  head.className = "comment-head";
  const name = document.createElement("bdi");
  name.className = "comment-name";
  name.textContent = fields.name ?? "";
  head.append(name);
  const text = document.createElement("div");
  text.className = "comment-text comment-text-plain";
  text.dir = "auto";
  text.textContent = fields.text ?? "";
  item.append(head, text);
  placeItem(section, item, parent);
  return item;
}
