import type { CommentStatus } from "@/lib/discussion/comment";

/** What another system's export holds, whichever it was: one file for each reads it into this. */
export interface CommentArchive {
  /** As the audit log names it. */
  source: string;
  comments: ArchivedComment[];
  skipped: Skipped[];
}

/** A thread, by all that may tell which post it belonged to; the first that is known decides. */
export interface ArchivedThread {
  key: string;
  /** Perhaps the id of a post. */
  ids: readonly string[];
  /** Paths from the root, or full addresses. */
  addresses: readonly string[];
  title?: string;
}

export interface ArchivedComment {
  /** The same whenever the comment is exported, and nobody else's: `disqus:123`. */
  key: string;
  parentKey?: string;
  thread: ArchivedThread;
  /** Line or entry of the file, as an operator can find it. */
  place: string;
  status: CommentStatus;
  name: string;
  /** Tells writers apart, as far as the system did. */
  writer: string;
  email?: string;
  website?: string;
  /** Markdown. */
  text: string;
  /** Milliseconds. */
  createdAt: number;
  editedAt?: number;
}

/** What can't be brought in. */
export interface Skipped {
  place: string;
  reason: string;
}

/** The file as a whole can't be read; the message says where and why. */
export class ArchiveError extends Error {
  override name = "ArchiveError";
}
