import { en } from "@/lib/messages/en";
import type { MessageSet } from "@/lib/messages/message-set";
import { zhHans } from "@/lib/messages/zh-hans";
import { zhHant } from "@/lib/messages/zh-hant";
import { settings } from "@/lib/settings";
import type { Language } from "@/lib/site/site-settings";

const sets: Record<Language, MessageSet> = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };

/** The interface in the publication's language. */
export const messages = sets[settings.language];
