import { AsyncLocalStorage } from "node:async_hooks";
import { type DateFormat, dateFormatOf } from "@/lib/dates/format-date";
import type { CommentMessageSet } from "@/lib/messages/comments/comment-message-set";
import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";
import type { MessageSet } from "@/lib/messages/message-set";
import { messagesIn } from "@/lib/messages/messages";
import type { ModerationMessageSet } from "@/lib/messages/moderation/moderation-message-set";
import { moderationMessagesIn } from "@/lib/messages/moderation/moderation-messages";
import { createAgo } from "@/lib/messages/relative-time";
import { completeSettings } from "@/lib/settings";
import type { SiteSettings } from "@/lib/site/site-settings";

/**
 * The publication as it is while one request is answered or one thread is rendered: its name, the words of its language,
 * dates in its zone. Every builder of markup needs some of it, so that it is around them, and isn't handed through all
 * (decisions/0016-settings-are-content.md).
 */
const around = new AsyncLocalStorage<SiteSettings>();

/** Does something with a publication's settings around it. */
export const inEdition = <Result>(settings: SiteSettings, work: () => Result): Result =>
  around.run(settings, work);

const defaults = completeSettings({});

/** The defaults where nothing is around: in tests, and in commands that show no reader anything. */
export const editionSettings = (): SiteSettings => around.getStore() ?? defaults;

export const siteWords = (): MessageSet => messagesIn(editionSettings().language);

export const commentWords = (): CommentMessageSet => commentMessagesIn(editionSettings().language);

export const moderationWords = (): ModerationMessageSet =>
  moderationMessagesIn(editionSettings().language);

/** "3 hours ago", from seconds. */
export const editionAgo = () => createAgo(editionSettings().language);

export const editionDates = (): DateFormat => dateFormatOf(editionSettings());
