import type { CommentService } from "@/lib/comments/comment-service";

/** What moderation needs from the outside, besides what comments need. */
export interface ModerationService extends CommentService {
  password: string;
  /** Ids of the posts that a moderator means by some words. */
  findPostIdsByWords(words: string): Promise<readonly string[]>;
}

/** A moderator who is logged in. */
export interface Moderator {
  /** For the audit log. */
  actor: string;
}
