import { en } from "@/lib/messages/en";
import type { MessageSet } from "@/lib/messages/message-set";
import { zhHans } from "@/lib/messages/zh-hans";
import { zhHant } from "@/lib/messages/zh-hant";
import type { Language } from "@/lib/text/languages";

const sets: Record<Language, MessageSet> = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };

/** The interface in one language. */
export const messagesIn = (language: Language): MessageSet => sets[language];
