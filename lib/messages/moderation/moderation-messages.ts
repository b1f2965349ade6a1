import { en } from "@/lib/messages/moderation/en";
import type { ModerationMessageSet } from "@/lib/messages/moderation/moderation-message-set";
import { zhHans } from "@/lib/messages/moderation/zh-hans";
import { zhHant } from "@/lib/messages/moderation/zh-hant";
import type { Language } from "@/lib/text/languages";

const sets: Record<Language, ModerationMessageSet> = { "zh-Hans": zhHans, "zh-Hant": zhHant, en };

/** Apart from the readers' messages: no page for readers carries them. */
export const moderationMessagesIn = (language: Language): ModerationMessageSet => sets[language];
