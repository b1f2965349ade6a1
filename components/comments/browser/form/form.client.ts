import { focusText } from "@/components/browser/element.client";
import { askSite } from "@/components/comments/browser/ask-site.client";
import type { Discussion } from "@/components/comments/browser/discussion.client";
import type { KeptDraft } from "@/components/comments/browser/form/draft.client";
import {
  controlOf,
  fieldsOf,
  focusFirstProblem,
  showProblems,
} from "@/components/comments/browser/form/form-parts.client";
import { createPending } from "@/components/comments/browser/form/pending.client";
import { showPosted } from "@/components/comments/browser/form/posted.client";
import { hidePreview, showPreview } from "@/components/comments/browser/form/preview.client";
import { createSender, type Sender } from "@/components/comments/browser/form/sender.client";
import {
  type StatusLine,
  statusLineOf,
} from "@/components/comments/browser/form/status-line.client";
import { messages } from "@/components/comments/browser/messages.client";
import { rememberWriting } from "@/components/comments/browser/own/own-comments.client";
import { renewKeptPage } from "@/components/comments/browser/renew-kept-page.client";
import { placeItem } from "@/components/comments/browser/thread-list.client";
import { whileBusy } from "@/components/comments/browser/while-busy.client";
import { commentsApiUrl } from "@/lib/urls";

interface EnhancedForm extends Discussion {
  form: HTMLFormElement;
  draft: KeptDraft;
}

/** What a form is sent with. */
interface Way {
  line: StatusLine;
  sender: Sender;
}

/** Posts without leaving the page. */
export function enhanceForm(enhanced: EnhancedForm): void {
  const { form } = enhanced;
  const way = { line: statusLineOf(form), sender: createSender(controlOf(form, "post").value) };
  form.noValidate = true;
  form.addEventListener("focusin", way.sender.prepare);
  // It may be the focus that has brought this code.
  if (form.contains(document.activeElement)) way.sender.prepare();
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const isPreview = intentOf(event.submitter) === "preview";
    await whileBusy(form, () => (isPreview ? preview(form, way) : post(enhanced, way)));
  });
}

const intentOf = (submitter: HTMLElement | null): string | undefined =>
  submitter instanceof HTMLButtonElement ? submitter.value : undefined;

async function preview(form: HTMLFormElement, { line }: Way): Promise<void> {
  const answer = await askSite(commentsApiUrl, { ...fieldsOf(form), intent: "preview" });
  showProblems(form, answer.problems);
  if (answer.ok && answer.html !== "") showPreview(form, answer.html);
  else hidePreview(form);
  if (answer.ok) line.say("");
  else line.alert(answer.message);
}

async function post(enhanced: EnhancedForm, { line, sender }: Way): Promise<void> {
  const { section, form, replies } = enhanced;
  const fields = fieldsOf(form);
  const text = controlOf(form, "text").value;
  const parent = replies.parent();
  const pending = createPending(fields);
  placeItem(section, pending, parent);
  hidePreview(form);
  line.say(messages().posting);
  line.show();
  const answer = await sender.send(fields, () => line.say(messages().proving));
  showProblems(form, answer.problems);
  if (!answer.ok) {
    pending.remove();
    line.alert(answer.message);
    focusFirstProblem(form);
    return;
  }
  rememberWriting();
  renewKeptPage();
  const isFinished = finishWriting(enhanced, { text, parentId: fields.parent });
  line.say(answer.status === "visible" ? messages().published : messages().held);
  const item = showPosted(answer, pending, { text, parent }, enhanced);
  if (item && isFinished) focusText(item);
}

/** @returns whether the form is as it was before; not if something else has been begun in it in the meantime */
function finishWriting(
  { form, draft, replies }: EnhancedForm,
  { text, parentId }: { text: string; parentId: string | undefined },
): boolean {
  const isFinished = draft.forget(text) && controlOf(form, "parent").value === parentId;
  if (isFinished) replies.goHome();
  return isFinished;
}
