import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";
import { languageOfDocument } from "@/lib/text/languages";

/** In the language of the page, which is the publication's. Loaded by browsers alone. */
export const messages = commentMessagesIn(languageOfDocument(document));
