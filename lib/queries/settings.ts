import { cacheLife, cacheTag } from "next/cache";
import { cache } from "react";
import { cacheTags } from "@/lib/cache-tags";
import { configureComments } from "@/lib/comments/configuration";
import { type DateFormat, dateFormatOf } from "@/lib/dates/format-date";
import { environment } from "@/lib/environment";
import type { CommentMessageSet } from "@/lib/messages/comments/comment-message-set";
import { commentMessagesIn } from "@/lib/messages/comments/comment-messages";
import type { MessageSet } from "@/lib/messages/message-set";
import { messagesIn } from "@/lib/messages/messages";
import { contentStore } from "@/lib/queries/content-store";
import { completeSettings } from "@/lib/settings";
import type { CommentSettings } from "@/lib/site/comment-settings";
import type { SiteSettings } from "@/lib/site/site-settings";
import { readStoredSettings, type WrittenSettings } from "@/lib/store/site-settings";

/** What the publication says of itself, with the defaults. */
export const findSettings = async (): Promise<SiteSettings> => (await readSettings()).settings;

async function readSettings() {
  "use cache";
  cacheLife("max");
  cacheTag(cacheTags.everything, cacheTags.settings);
  const { given, written } = await readStoredSettings(contentStore());
  return { settings: completeSettings(given, environment.siteUrl), written };
}

/** The publication as its pages speak: its settings, the interface in its language, dates in its zone. */
export interface Site {
  settings: SiteSettings;
  /** What of it was written down, for the version of a page. */
  written: WrittenSettings;
  /** As they are in this environment. */
  comments: CommentSettings;
  messages: MessageSet;
  commentMessages: CommentMessageSet;
  dates: DateFormat;
}

/** Asked for by every part of a page that needs it, and made once for each page. */
export const findSite = cache(async (): Promise<Site> => {
  const { settings, written } = await readSettings();
  return {
    settings,
    written,
    comments: configureComments(settings.comments),
    messages: messagesIn(settings.language),
    commentMessages: commentMessagesIn(settings.language),
    dates: dateFormatOf(settings),
  };
});
