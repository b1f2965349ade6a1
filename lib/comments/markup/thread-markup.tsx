/** @jsxImportSource hastscript */
import { toHtml } from "hast-util-to-html";
import { commentWords } from "@/lib/comments/edition";
import { buildComment, type CommentPlace } from "@/lib/comments/markup/comment-markup";
import { renderCommentText } from "@/lib/comments/render-text";
import type { ThreadComment } from "@/lib/discussion/comment";

/**
 * One page of a thread as HTML; in an empty one, the word that nobody has written yet. A list that is flat in the markup and indented by the style sheet: a page may begin in the
 * middle of a thread, and each comment names the one that it answers.
 */
export function buildThreadHtml(
  comments: readonly ThreadComment[],
  { isOpen }: { isOpen: boolean },
): string {
  if (comments.length === 0) return toHtml(<p className="comments-none">{commentWords().none}</p>);
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  return toHtml(
    <ol className="comment-list">
      {comments.map((comment, index) =>
        buildComment(comment, { isOpen, ...placeOf(comment, byId, comments[index - 1]) }),
      )}
    </ol>,
  );
}

/** A comment alone, for a script that puts it into the list or in the place of an older version. */
export const buildCommentHtml = (comment: ThreadComment, place: CommentPlace): string =>
  toHtml(buildComment(comment, place));

/** A text alone, as it would stand in a comment. */
export const buildTextHtml = (text: string): string => toHtml(renderCommentText(text));

function placeOf(
  { parentId }: ThreadComment,
  byId: ReadonlyMap<string, ThreadComment>,
  above: ThreadComment | undefined,
): Pick<CommentPlace, "parent"> {
  if (parentId === undefined) return {};
  const parent = byId.get(parentId);
  const name = parent?.content?.name;
  return {
    parent: {
      id: parentId,
      isOnPage: parent !== undefined,
      isJustAbove: above?.id === parentId,
      ...(name === undefined ? {} : { name }),
    },
  };
}
