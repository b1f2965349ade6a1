import type { CommentService, LiveCommentService } from "@/lib/comments/comment-service";

/** What moderation needs from the outside, besides what comments need. */
export interface ModerationService extends CommentService {
  password: string;
  /** Ids of the posts that a moderator means by some words. */
  listThreadPostIds(words: string): Promise<readonly string[]>;
}

export type LiveModerationService = ModerationService & LiveCommentService;

/** The door of the moderators; nothing where there is none. @throws CommentsStoreError */
export type FindModerationService = () => Promise<LiveModerationService | undefined>;

/** A moderator who is logged in. */
export interface Moderator {
  /** For the audit log. */
  actor: string;
}
