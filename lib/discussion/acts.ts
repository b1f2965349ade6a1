import type { CommentStatus } from "@/lib/discussion/comment";

/** What a moderator can do with comments, and with the addresses and threads that they belong to. */
export const commentActs = ["approve", "hide", "spam", "delete", "block", "close", "open"] as const;

export type CommentAct = (typeof commentActs)[number];

/** All that the audit log can name. */
export type LoggedAct =
  | Exclude<CommentAct, "block" | "close" | "open">
  | "block-address"
  | "block-word"
  | "unblock-address"
  | "unblock-word"
  | "close-thread"
  | "open-thread"
  | "log-in"
  | "import"
  | "erase";

/** Acts that set a status. */
export const statusOfAct = {
  approve: "visible",
  hide: "hidden",
  spam: "spam",
  delete: "deleted",
} as const satisfies Partial<Record<CommentAct, CommentStatus>>;

/** Acts that can be done with all comments that match: nothing is let through by the hundred, unread. */
export const bulkActs = ["hide", "spam", "delete"] as const;

export type BulkAct = (typeof bulkActs)[number];
