/** @jsxImportSource hastscript */

import type { Result } from "hastscript";
import { commentWords, editionAgo, editionDates, moderationWords } from "@/lib/comments/edition";
import { anchors } from "@/lib/comments/markup/anchors";
import { buildCommentName, buildCommentText } from "@/lib/comments/markup/page-pieces";
import { actOnOne, pickField } from "@/lib/comments/moderation/acts";
import { queueUrl } from "@/lib/comments/moderation/queue-view";
import { linkRelation } from "@/lib/comments/render-text";
import type { QueueEntry } from "@/lib/comments/store/read-queue";
import { type CommentAct, statusOfAct } from "@/lib/discussion/acts";
import type { Comment } from "@/lib/discussion/comment";
import type { ThreadPost } from "@/lib/publication";
import { commentUrl, moderationLogUrl, postUrl } from "@/lib/urls";

/** Of the comment that is answered, in characters. */
const shownOfParent = 160;

/** A comment with all that a moderator has to know of it, and what can be done. */
export function buildEntry(entry: QueueEntry, post: ThreadPost | undefined, now: number) {
  const { comment } = entry;
  return (
    <li id={`entry-${comment.id}`} className="comment desk-entry" tabIndex={-1}>
      {buildHead(comment, now)}
      <p className="desk-post">
        {moderationWords().ofPost} {buildPost(comment, post)}
      </p>
      {entry.parent ? buildParent(entry.parent) : undefined}
      {comment.status === "deleted" ? (
        <p className="comment-gone">{moderationWords().deleted}</p>
      ) : (
        buildCommentText(comment.text)
      )}
      {buildFacts(entry)}
      {comment.status === "deleted" ? undefined : buildActs(entry)}
    </li>
  );
}

const buildHead = (comment: Comment, now: number) => (
  <p className="comment-head">
    {comment.status === "deleted" ? undefined : <>{buildPick(comment)} </>}
    {buildStatus(comment)} {buildCommentName(comment.name)}{" "}
    {comment.website === undefined ? undefined : <>{buildWebsite(comment.website)} </>}
    {comment.email === undefined ? undefined : (
      <>
        <span className="desk-fact">{comment.email}</span>{" "}
      </>
    )}
    {buildDate(comment, now)}
  </p>
);

const buildPick = ({ id, name, version }: Comment) => (
  <label className="desk-pick">
    <input type="checkbox" name={pickField(id)} value={String(version)} />
    <span className="sr-only">{moderationWords().choose(name)}</span>
  </label>
);

export const buildStatus = ({ status }: Pick<Comment, "status">) => (
  <span className={["desk-status", `desk-status-${status}`]}>
    {moderationWords().statuses[status]}
  </span>
);

const buildWebsite = (website: string) => (
  <a href={website} rel={linkRelation} className="desk-fact">
    {website}
  </a>
);

function buildDate({ id, status, createdAt, editedAt }: Comment, now: number) {
  const ago = editionAgo()((now - Date.parse(createdAt)) / 1000);
  const time = (
    <time dateTime={createdAt}>
      {editionDates().dateTime(createdAt)} ({ago})
    </time>
  );
  return (
    <>
      {status === "visible" ? <a href={commentUrl(id)}>{time}</a> : time}
      {editedAt === undefined ? undefined : (
        <>
          {" "}
          <span>{commentWords().edited}</span>
        </>
      )}
    </>
  );
}

/** The post, and all comments on it. */
const buildPost = ({ postId }: Comment, post: ThreadPost | undefined) => (
  <>
    {post ? (
      <a href={`${postUrl(post.slug)}#${anchors.section}`} lang={post.lang}>
        {post.title}
      </a>
    ) : (
      <span>{moderationWords().noPost}</span>
    )}{" "}
    <a href={queueUrl({ status: "all", words: "", postId, page: 1 })} className="desk-fact">
      {postId}
    </a>
  </>
);

/** What is answered, and whether readers see it: an approved answer to a held comment hangs in the air. */
function buildParent({ name, text, status }: NonNullable<QueueEntry["parent"]>) {
  const characters = [...text.replace(/\s+/gu, " ")];
  const isLong = characters.length > shownOfParent;
  return (
    <blockquote className="desk-parent">
      {moderationWords().inReplyTo} {buildCommentName(name)} {buildStatus({ status })}{" "}
      <span dir="auto">
        {characters.slice(0, shownOfParent).join("")}
        {isLong ? "…" : ""}
      </span>
    </blockquote>
  );
}

const buildFacts = (entry: QueueEntry) => (
  <p className="desk-facts">
    {listFacts(entry).map((fact) => (
      <>
        <span>{fact}</span>{" "}
      </>
    ))}
  </p>
);

function listFacts(entry: QueueEntry): (Result | string)[] {
  const { comment, answers, ofWriter, addressIsBlocked, threadIsClosed } = entry;
  const { all, visible } = ofWriter;
  return [
    ...(answers > 0 ? [moderationWords().answers(answers)] : []),
    ...(all === 1 ? [moderationWords().firstOfWriter] : []),
    ...(all > 1 ? [moderationWords().ofWriter(all, visible)] : []),
    ...(comment.addressHash === undefined ? [] : [buildAddress(comment.addressHash)]),
    ...(addressIsBlocked ? [<strong>{moderationWords().addressIsBlocked}</strong>] : []),
    ...(threadIsClosed ? [<strong>{moderationWords().threadIsClosed}</strong>] : []),
    <a href={`${moderationLogUrl}?comment=${comment.id}`}>{moderationWords().history}</a>,
  ];
}

/** Enough of the hash to tell it from others. */
const buildAddress = (hash: string) => (
  <span>
    {moderationWords().address} <code>{hash.replace(/^(\d+\.)?(.{8}).*$/, "$2")}</code>
  </span>
);

/** Keys of the keyboard for acts on the comment that has the focus. */
export const keyOfAct: Partial<Record<CommentAct, string>> = {
  approve: "a",
  hide: "h",
  spam: "s",
  delete: "d",
};

function buildActs({ comment, addressIsBlocked, threadIsClosed }: QueueEntry) {
  const useful = (["approve", "hide", "spam", "delete"] as const).filter(
    (act) => statusOfAct[act] !== comment.status,
  );
  const canBlock = comment.addressHash !== undefined && !addressIsBlocked;
  return (
    <div className="comment-buttons desk-acts">
      {useful.map((act) => buildAct(act, comment))}
      <details className="desk-more">
        <summary>{moderationWords().more}</summary>
        <p className="comment-buttons">
          {canBlock ? buildAct("block", comment) : undefined}
          {buildAct(threadIsClosed ? "open" : "close", comment)}
        </p>
      </details>
    </div>
  );
}

const buildAct = (act: CommentAct, comment: Comment) => (
  <button
    className={["button", ...(act === "approve" ? ["button-main"] : [])]}
    name="one"
    value={actOnOne(act, comment)}
    aria-describedby={[`entry-${comment.id}`]}
    data-key={keyOfAct[act]}
  >
    {moderationWords().acts[act]}
  </button>
);
