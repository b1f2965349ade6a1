import type { Client } from "@libsql/client";
import type { Allowances } from "@/lib/comments/address-allowance";
import type { PostOfThread } from "@/lib/comments/post-of-thread";
import type { SubmissionQueue } from "@/lib/comments/submission-queue";
import type { CommentSettings } from "@/lib/site/comment-settings";

/** What everything that is done with comments needs from the outside. */
export interface CommentService {
  store: Client;
  queue: SubmissionQueue;
  settings: CommentSettings;
  allowances: Allowances;
  /** A public post by its id. */
  findPost(id: string): Promise<PostOfThread | undefined>;
  /** Called when readers see something else under a post than before; once what they see is committed. */
  threadChanged(postId: string): Promise<void>;
  /** Where the outside world is told of comments: called once there is something to tell. */
  announced?(): void;
  /** Milliseconds. */
  now(): number;
}
