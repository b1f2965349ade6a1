import { keepDraft } from "@/components/comments/browser/form/draft.client";
import { enhanceForm } from "@/components/comments/browser/form/form.client";
import { controlOf } from "@/components/comments/browser/form/form-parts.client";
import { enhanceReplies } from "@/components/comments/browser/form/replies.client";
import { showOwnComments } from "@/components/comments/browser/own/own-comments.client";
import { showRelativeTimes } from "@/components/comments/browser/relative-times.client";

/**
 * Brings a section of comments to life. May be called again for the same section: pages that are left are kept, and come
 * back.
 * @returns ends what it began
 */
export function enhanceComments(section: HTMLElement): () => void {
  const leave = new AbortController();
  const { signal } = leave;
  showRelativeTimes(section);
  const form = section.querySelector<HTMLFormElement>(".comment-form");
  if (form) {
    const draft = keepDraft(form, signal);
    const replies = enhanceReplies(section, form, draft, signal);
    enhanceForm({ section, form, draft, replies, signal });
    void showOwnComments(controlOf(form, "post").value, { section, replies, signal });
  }
  return () => leave.abort();
}
