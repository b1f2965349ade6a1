import type { CommentService } from "@/lib/comments/comment-service";
import {
  claimNotices,
  deleteNotice,
  findNextNotice,
  type Notice,
  noticeWaits,
} from "@/lib/comments/store/outbox";
import { findComment } from "@/lib/comments/store/read-comments";
import { buildNoticeBody } from "@/lib/comments/webhook/notice-body";
import { sendNotice, type Webhook } from "@/lib/comments/webhook/send-notice";
import { log, messageOf } from "@/lib/log";

/** Notices that are taken at once; a server that dies keeps no more than these for the next try. */
const largestBatch = 20;

/** How long to wait before a store that failed is asked again, in milliseconds. */
const waitAfterFailure = 60_000;

interface AnnouncerOptions extends Pick<CommentService, "store" | "findThreadPost" | "now"> {
  webhook: Webhook;
  /** Public address, without a slash at the end. */
  siteUrl: string;
}

/**
 * Tells the outside world of comments: what stands in the outbox, in its order, one after the other, and again later what
 * was not taken. Comments never wait for it. Each process has one.
 */
export class Announcer {
  #options: AnnouncerOptions;
  #running: Promise<void> | undefined;
  #isAskedAgain = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: AnnouncerOptions) {
    this.#options = options;
  }

  /** Sends what is due. Never rejects: what goes wrong is said to the operator, and tried again. */
  deliver(): Promise<void> {
    this.#isAskedAgain = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  async #run(): Promise<void> {
    try {
      do {
        this.#isAskedAgain = false;
        await this.#sendAll();
        await this.#setTimer();
      } while (this.#isAskedAgain);
    } catch (thrown) {
      log("error", "notices of comments wait", { message: messageOf(thrown) });
      this.#deliverIn(waitAfterFailure);
    }
    // In the same breath as the last look: who asks from now on begins anew.
    this.#running = undefined;
  }

  async #sendAll(): Promise<void> {
    const { store, now } = this.#options;
    for (;;) {
      const notices = await claimNotices(store, now(), largestBatch);
      if (notices.length === 0) return;
      for (const notice of notices) await this.#send(notice);
    }
  }

  async #send(notice: Notice): Promise<void> {
    const { store, findThreadPost, siteUrl, webhook, now } = this.#options;
    const comment = await findComment(store, notice.commentId);
    // Deleted or taken away since: there is nothing to tell any more.
    if (comment?.status !== "held" && comment?.status !== "visible") {
      return deleteNotice(store, notice.id);
    }
    const post = await findThreadPost({ id: comment.postId });
    const body = buildNoticeBody(notice, comment, post, siteUrl);
    const fault = await sendNotice(webhook, { ...notice, body }, now());
    if (fault === undefined) return deleteNotice(store, notice.id);
    const isLast = notice.attempts > noticeWaits.length;
    log("error", "COMMENTS_WEBHOOK_URL did not take a notice", {
      comment: comment.id,
      fault,
      next: isLast ? "given up" : "will be tried again",
    });
    if (isLast) await deleteNotice(store, notice.id);
  }

  /** For what has to be tried again. It keeps no process alive: the next server finds the outbox as it is. */
  async #setTimer(): Promise<void> {
    const next = await findNextNotice(this.#options.store);
    clearTimeout(this.#timer);
    if (next !== undefined) this.#deliverIn(Math.max(1_000, next - this.#options.now()));
  }

  #deliverIn(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.deliver(), wait).unref();
  }
}
