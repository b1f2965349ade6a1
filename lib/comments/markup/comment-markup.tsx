/** @jsxImportSource hastscript */
import { commentWords } from "@/lib/comments/edition";

import { anchors } from "@/lib/comments/markup/anchors";
import { buildCommentName, buildCommentText, buildTime } from "@/lib/comments/markup/page-pieces";
import { linkRelation } from "@/lib/comments/render-text";
import type { ThreadComment } from "@/lib/discussion/comment";
import { commentUrl, replyFormUrl } from "@/lib/urls";

/** What a comment's place in a list tells about it. */
export interface CommentPlace {
  /** Whether the thread takes comments. */
  isOpen: boolean;
  /** What it answers, as far as the page has it. */
  parent?: { id: string; name?: string; isOnPage: boolean; isJustAbove: boolean };
}

type Content = NonNullable<ThreadComment["content"]>;

/** One comment as an entry of its thread's list. */
export function buildComment(comment: ThreadComment, { isOpen, parent }: CommentPlace) {
  const { id, depth, content } = comment;
  const className = ["comment", ...(depth > 0 ? [`comment-depth-${depth}`] : [])];
  return (
    <li id={anchors.comment(id)} className={className}>
      {content ? (
        <>
          {buildHead(comment, content, parent)}
          {buildCommentText(content.text)}
          {isOpen ? buildActions(id, content) : undefined}
        </>
      ) : (
        <p className="comment-gone">{commentWords().gone}</p>
      )}
    </li>
  );
}

const buildHead = (
  { id, createdAt }: ThreadComment,
  { name, website, edited }: Content,
  parent: CommentPlace["parent"],
) => (
  <p className="comment-head">
    {website === undefined ? buildCommentName(name) : buildLinkedName(name, website)}{" "}
    {parent ? <>{buildParentLink(parent)} </> : undefined}
    <a href={commentUrl(id)} rel="nofollow" className="comment-time">
      {buildTime(createdAt)}
    </a>
    {edited ? (
      <>
        {" "}
        <span className="comment-edited">{commentWords().edited}</span>
      </>
    ) : undefined}
  </p>
);

const buildLinkedName = (name: string, website: string) => (
  <bdi className="comment-name">
    <a href={website} rel={linkRelation}>
      {name}
    </a>
  </bdi>
);

/** Where the answered comment stands just above, the words are for those who hear the page. */
function buildParentLink({ id, name, isOnPage, isJustAbove }: NonNullable<CommentPlace["parent"]>) {
  const link = isOnPage
    ? { href: `#${anchors.comment(id)}` }
    : { href: commentUrl(id), rel: "nofollow" };
  return (
    <span className={isJustAbove ? "comment-parent-above" : "comment-parent"}>
      {commentWords().inReplyTo}{" "}
      <a {...link}>
        <bdi>{name ?? commentWords().earlierComment}</bdi>
      </a>
    </span>
  );
}

const buildActions = (id: string, { name }: Content) => (
  <p className="comment-actions">
    <a href={replyFormUrl(id)} rel="nofollow" className="comment-reply">
      <span aria-hidden="true">{commentWords().reply}</span>
      <span className="sr-only">{commentWords().replyTo(name)}</span>
    </a>
  </p>
);
