import type { CommentMessageSet } from "@/lib/messages/comments/comment-message-set";

let spoken: CommentMessageSet | undefined;

/** Says in which words everything here speaks. */
export function speak(messages: CommentMessageSet): void {
  spoken = messages;
}

/** In the language of the page, which is the publication's. */
export function messages(): CommentMessageSet {
  if (!spoken) throw new Error("nobody has said which language is spoken");
  return spoken;
}
