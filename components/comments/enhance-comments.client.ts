import { keepDraft } from "@/components/comments/browser/form/draft.client";
import { enhanceForm } from "@/components/comments/browser/form/form.client";
import { controlOf } from "@/components/comments/browser/form/form-parts.client";
import { enhanceReplies } from "@/components/comments/browser/form/replies.client";
import { speak } from "@/components/comments/browser/messages.client";
import { showOwnComments } from "@/components/comments/browser/own/own-comments.client";
import type { CommentMessageSet } from "@/lib/messages/comments/comment-message-set";

/** Brings a section of comments with a form to life. */
export function enhanceComments(section: HTMLElement, messages: CommentMessageSet): void {
  speak(messages);
  const form = section.querySelector<HTMLFormElement>(".comment-form");
  if (!form) return;
  const draft = keepDraft(form);
  const replies = enhanceReplies(section, form, draft);
  enhanceForm({ section, form, draft, replies });
  void showOwnComments(controlOf(form, "post").value, { section, replies });
}
