import type { Client } from "@libsql/client";
import type { Allowances } from "@/lib/comments/address-allowance";
import type { SubmissionQueue } from "@/lib/comments/submission-queue";
import type { ThreadPost, ThreadPostName } from "@/lib/publication";
import type { CommentSettings } from "@/lib/site/comment-settings";

/** What everything that is done with comments needs from the outside. */
export interface CommentService {
  store: Client;
  queue: SubmissionQueue;
  settings: CommentSettings;
  allowances: Allowances;
  findThreadPost(name: ThreadPostName): Promise<ThreadPost | undefined>;
  /** Called when readers see something else under a post than before; once what they see is committed. */
  threadChanged(postId: string): Promise<void>;
  /** Where the outside world is told of comments: called once there is something to tell. */
  announced?(): void;
  /** Milliseconds. */
  now(): number;
}

/** The comments of a running site: requests find them so, and pages are refreshed through them. */
export interface LiveCommentService extends CommentService {
  /** Refreshes what has changed, and what somebody could not refresh any more. */
  refreshThreads(): Promise<void>;
}

/** The comments of the site; nothing where it has none of its own. @throws CommentsStoreError */
export type FindCommentService = () => Promise<LiveCommentService | undefined>;
