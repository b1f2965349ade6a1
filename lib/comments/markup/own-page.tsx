/** @jsxImportSource hastscript */

import type { Result } from "hastscript";
import { commentWords } from "@/lib/comments/edition";
import { buildDocument } from "@/lib/comments/markup/document";
import { buildKeptText } from "@/lib/comments/markup/kept-text";
import {
  buildCommentName,
  buildCommentText,
  buildHidden,
  buildMessage,
  buildTime,
} from "@/lib/comments/markup/page-pieces";
import type { Comment } from "@/lib/discussion/comment";
import type { CommentSettings } from "@/lib/site/comment-settings";
import { commentUrl, ownCommentsUrl } from "@/lib/urls";

interface OwnPage {
  comments: readonly Comment[];
  settings: Pick<CommentSettings, "maxLength">;
  message?: string;
  /** A change that was refused: what was typed, and what is wrong with it. */
  refused?: { id: string; text: string };
}

/** What one browser has written in the last minutes, each with a form to change and one to delete it. */
export function buildOwnPage({ comments, settings, message, refused }: OwnPage): string {
  // Its comment can't be changed any more and is not in the list.
  const isLeft = refused && refused.text !== "" && !comments.some(({ id }) => id === refused.id);
  return buildDocument(
    commentWords().mine.title,
    <>
      {message ? buildMessage(message, "status") : undefined}
      {isLeft ? buildKeptText(refused.text) : undefined}
      {comments.length === 0 ? (
        <p>{commentWords().mine.none}</p>
      ) : (
        <ol className="comment-list">
          {comments.map((comment) => buildOwnComment(comment, settings, refused))}
        </ol>
      )}
    </>,
  );
}

const buildOwnComment = (
  comment: Comment,
  { maxLength }: OwnPage["settings"],
  refused: OwnPage["refused"],
) => (
  <li className="comment">
    {buildHead(comment)}
    {buildCommentText(comment.text)}
    {buildEdit(comment, refused?.id === comment.id ? refused.text : comment.text, maxLength)}
    {buildDelete(comment)}
  </li>
);

function buildHead({ id, name, status, createdAt }: Comment) {
  const date = buildTime(createdAt);
  return (
    <p className="comment-head">
      {buildCommentName(name)} {status === "visible" ? <a href={commentUrl(id)}>{date}</a> : date}
      {status === "held" ? (
        <>
          {" "}
          <span className="comment-awaiting">{commentWords().awaiting}</span>
        </>
      ) : undefined}
    </p>
  );
}

function buildEdit(comment: Comment, text: string, maxLength: number) {
  const id = `text-${comment.id}`;
  return buildForm(
    comment,
    <>
      <div className="comment-field">
        <label htmlFor={[id]}>{commentWords().edit}</label>
        <textarea id={id} name="text" required rows={5} maxLength={maxLength}>
          {`\n${text}`}
        </textarea>
      </div>
      <p className="comment-buttons">
        <button className="button button-main" name="intent" value="edit">
          {commentWords().save}
        </button>
      </p>
    </>,
  );
}

const buildDelete = (comment: Comment) => (
  <details className="comment-delete">
    <summary>{commentWords().delete}</summary>
    {buildForm(
      comment,
      <>
        <p>{commentWords().confirmDelete}</p>
        <p className="comment-buttons">
          <button className="button" name="intent" value="delete">
            {commentWords().delete}
          </button>
        </p>
      </>,
    )}
  </details>
);

const buildForm = ({ id, version }: Comment, content: Result) => (
  <form method="post" action={ownCommentsUrl} className="comment-form">
    {buildHidden("id", id)}
    {buildHidden("version", String(version))}
    {content}
  </form>
);
