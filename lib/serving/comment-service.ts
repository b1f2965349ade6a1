import type { Client } from "@libsql/client";
import { after } from "next/server";
import { createAllowances } from "@/lib/comments/address-allowance";
import type { LiveCommentService } from "@/lib/comments/comment-service";
import { commentsStore } from "@/lib/comments/comments-store";
import { configureComments } from "@/lib/comments/configuration";
import type { LiveModerationService } from "@/lib/comments/moderation/moderation-service";
import { SubmissionQueue } from "@/lib/comments/submission-queue";
import { Announcer } from "@/lib/comments/webhook/announcer";
import { environment } from "@/lib/environment";
import { processSlot } from "@/lib/process-state.mjs";
import { findSettings } from "@/lib/queries/settings";
import { findThreadPost, listThreadPostIds } from "@/lib/queries/thread-posts";
import { createThreadRefresher } from "@/lib/serving/create-thread-refresher";

/** Beside the service: the settings that it was made for. */
const service = processSlot<LiveCommentService & { madeFor: string }>("commentService");

/**
 * The built-in comments of this site; nothing where it has none. For requests alone, since pages are refreshed through them.
 * @throws CommentsStoreError
 */
export async function findCommentService(): Promise<LiveCommentService | undefined> {
  const settings = configureComments((await findSettings()).comments);
  if (settings.provider !== "builtin") return undefined;
  const store = await commentsStore();
  const madeFor = JSON.stringify(settings);
  if (service.value?.store !== store || service.value.madeFor !== madeFor) {
    const announcer = createAnnouncer(store);
    const refresher = createThreadRefresher(store);
    service.value = {
      store,
      queue: new SubmissionQueue(store, settings, announcer !== undefined),
      madeFor,
      settings,
      allowances: createAllowances(settings.limits.address),
      findThreadPost,
      // The database has noted which: what another server left undone is refreshed with it.
      threadChanged: () => refresher.refresh(),
      refreshThreads: () => refresher.refresh(),
      now: Date.now,
      // After the response: a function may be frozen as soon as nothing is left to do.
      ...(announcer ? { announced: () => after(() => announcer.deliver()) } : {}),
    };
    // What a server before this one could not tell any more.
    void announcer?.deliver();
  }
  return service.value;
}

/** The same behind the moderators' door; nothing where the door has no password. @throws CommentsStoreError */
export async function findModerationService(): Promise<LiveModerationService | undefined> {
  const { adminPassword: password } = environment;
  const comments = password === undefined ? undefined : await findCommentService();
  if (password === undefined || comments === undefined) return undefined;
  return { ...comments, password, listThreadPostIds };
}

function createAnnouncer(store: Client): Announcer | undefined {
  const { commentsWebhook: webhook, siteUrl } = environment;
  if (!webhook) return undefined;
  return new Announcer({ store, webhook, siteUrl, findThreadPost, now: Date.now });
}
