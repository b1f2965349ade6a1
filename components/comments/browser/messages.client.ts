import type { CommentMessageSet } from "@/lib/messages/comments/comment-message-set";
import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";
import { languageOfDocument } from "@/lib/text/languages";

/** In the language of the page, which is the publication's. */
export const messages = (): CommentMessageSet => commentMessagesIn(languageOfDocument(document));
