/**
 * What becomes of a comment. `held` waits for a moderator; `hidden` and `spam` were taken from readers and can come back;
 * `deleted` has lost its words and its writer for good.
 */
export const commentStatuses = ["visible", "held", "hidden", "spam", "deleted"] as const;

export type CommentStatus = (typeof commentStatuses)[number];

/** A comment as its moderators see it. */
export interface Comment {
  /** 14 letters and digits, in the order of time. */
  id: string;
  postId: string;
  /** The comment that this one answers. */
  parentId?: string;
  /** 0 for an answer to the post. */
  depth: number;
  status: CommentStatus;
  name: string;
  email?: string;
  website?: string;
  /** Markdown, as it was written. */
  text: string;
  /** ISO 8601 instant in UTC. */
  createdAt: string;
  editedAt?: string;
  /** Counts the edits, from 1: who changes a comment says which version they saw. */
  version: number;
  /** Keyed hash of the address that it came from; gone once its key is. */
  addressHash?: string;
  /** Hash of the browser's own secret: comments of one browser share it. */
  writerHash: string;
}

/** A comment as every reader sees it; one that is gone keeps its place where others answer it. */
export interface ThreadComment {
  id: string;
  parentId?: string;
  /** 0 for an answer to the post. */
  depth: number;
  /** Nothing where the comment is gone. */
  content?: { name: string; website?: string; text: string; edited: boolean };
  /** ISO 8601 instant in UTC. */
  createdAt: string;
}

/** A comment as readers see it or will see it. */
export function toThreadComment(comment: Comment): ThreadComment {
  const { id, depth, name, website, text, createdAt, parentId, editedAt } = comment;
  return {
    id,
    depth,
    createdAt,
    ...(parentId === undefined ? {} : { parentId }),
    content: {
      name,
      text,
      edited: editedAt !== undefined,
      ...(website === undefined ? {} : { website }),
    },
  };
}

/** One page of a post's comments, in the order in which they are read. */
export interface ThreadPage {
  comments: ThreadComment[];
  /** Visible comments on all pages. */
  total: number;
  /** From 1. */
  page: number;
  pageCount: number;
}

/** A page of comments as it stands under its post. */
export interface Thread extends ThreadPage {
  /** Whether more can be written. */
  isOpen: boolean;
}
