import type { CommentMessageSet } from "@/lib/messages/comments/comment-message-set";
import { en } from "@/lib/messages/comments/en";
import { zhHans } from "@/lib/messages/comments/zh-hans";
import { zhHant } from "@/lib/messages/comments/zh-hant";
import type { Language } from "@/lib/text/languages";

const sets: Record<Language, CommentMessageSet> = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };

/** Apart from the other messages because some of them run in the browser, on pages that have comments. */
export const commentMessagesIn = (language: Language): CommentMessageSet => sets[language];
