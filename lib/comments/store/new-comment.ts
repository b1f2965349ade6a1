import type { CommentStatus } from "@/lib/discussion/comment";
import { commentIdLength } from "@/lib/discussion/comment-id";

/** What the statements that store a comment have in common. */

/** Deeper answers stand beside what they answer, so that no thread grows out of a phone's screen or a path's bounds. */
const deepest = 5;

/** A path without its last id and dot. */
const parentOfParent = `substr(parent.path, 1, length(parent.path) - ${commentIdLength + 1})`;

/** SQL of `root_id`, `path` and `depth` of the comment `:id` below `parent`: a row, or nulls where it answers the post. */
export const placeBelowParent = `coalesce(parent.root_id, :id),
  CASE WHEN parent.id IS NULL THEN :id WHEN parent.depth < ${deepest} THEN parent.path || '.' || :id
    ELSE ${parentOfParent} || '.' || :id END,
  CASE WHEN parent.id IS NULL THEN 0 ELSE min(parent.depth + 1, ${deepest}) END`;

interface NewComment {
  id: string;
  postId: string;
  parentId?: string;
  status: CommentStatus;
  name: string;
  email?: string;
  website?: string;
  text: string;
  textHash: string;
  writerHash: string;
  idempotencyKey?: string;
}

export const argumentsOf = (comment: NewComment) => ({
  id: comment.id,
  post: comment.postId,
  parent: comment.parentId ?? null,
  status: comment.status,
  name: comment.name,
  email: comment.email ?? null,
  website: comment.website ?? null,
  text: comment.text,
  hash: comment.textHash,
  writer: comment.writerHash,
  key: comment.idempotencyKey ?? null,
});
