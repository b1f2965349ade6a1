import { cacheTags } from "@/lib/cache-tags";
import type { CommentService } from "@/lib/comments/comment-service";
import { commentsStore } from "@/lib/comments/comments-store";
import { commentConfiguration } from "@/lib/comments/configuration";
import { SubmissionQueue } from "@/lib/comments/submission-queue";
import { findPostOfThread } from "@/lib/queries/comments";
import { revalidateTags } from "@/lib/regeneration/revalidate-tags";

declare global {
  /** One for all requests: what they write goes through one queue. */
  var liveCommentService: CommentService | undefined;
}

/**
 * The built-in comments of this site; nothing where it has none. For requests alone, since pages are refreshed through them.
 * @throws CommentsStoreError
 */
export async function findCommentService(): Promise<CommentService | undefined> {
  if (commentConfiguration.provider !== "builtin") return undefined;
  const store = await commentsStore();
  if (globalThis.liveCommentService?.store !== store) {
    globalThis.liveCommentService = {
      store,
      queue: new SubmissionQueue(store, commentConfiguration),
      settings: commentConfiguration,
      findPost: findPostOfThread,
      threadChanged: (id) => revalidateTags([cacheTags.comments(id), cacheTags.commentCount(id)]),
      now: Date.now,
    };
  }
  return globalThis.liveCommentService;
}
