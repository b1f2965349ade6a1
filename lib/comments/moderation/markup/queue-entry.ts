import type { Element, Properties } from "hast";
import { anchors } from "@/lib/comments/markup/anchors";
import { h } from "@/lib/comments/markup/h";
import { actOnOne, pickField } from "@/lib/comments/moderation/acts";
import { queueUrl } from "@/lib/comments/moderation/queue-view";
import { linkRelation, renderCommentText } from "@/lib/comments/render-text";
import type { QueueEntry } from "@/lib/comments/store/read-queue";
import { dateFormat } from "@/lib/dates/format-date";
import { type CommentAct, statusOfAct } from "@/lib/discussion/acts";
import type { Comment } from "@/lib/discussion/comment";
import { commentMessages } from "@/lib/messages/comments/comment-messages";
import { moderationMessages as messages } from "@/lib/messages/moderation/moderation-messages";
import type { ThreadPost } from "@/lib/publication";
import { commentUrl, moderationLogUrl, postUrl } from "@/lib/urls";

/** Of the comment that is answered, in characters. */
const shownOfParent = 160;

/** A comment with all that a moderator has to know of it, and what can be done. */
export function buildEntry(entry: QueueEntry, post: ThreadPost | undefined, now: number): Element {
  const { comment } = entry;
  const isDeleted = comment.status === "deleted";
  return h(
    "li",
    { id: `entry-${comment.id}`, className: ["comment", "desk-entry"], tabIndex: -1 },
    h(
      "p",
      { className: ["comment-head"] },
      !isDeleted && [buildPick(comment), " "],
      buildStatus(comment),
      " ",
      h("bdi", { className: ["comment-name"] }, comment.name),
      " ",
      comment.website !== undefined && [
        h(
          "a",
          { href: comment.website, rel: linkRelation, className: ["desk-fact"] },
          comment.website,
        ),
        " ",
      ],
      comment.email !== undefined && [h("span", { className: ["desk-fact"] }, comment.email), " "],
      buildTime(comment, now),
    ),
    h("p", { className: ["desk-post"] }, `${messages.ofPost} `, buildPost(comment, post)),
    entry.parent && buildParent(entry.parent),
    isDeleted
      ? h("p", { className: ["comment-gone"] }, messages.deleted)
      : h(
          "div",
          { className: ["comment-text"], dir: "auto" },
          renderCommentText(comment.text).children,
        ),
    buildFacts(entry),
    buildActs(entry),
  );
}

const buildPick = ({ id, name, version }: Comment): Element =>
  h(
    "label",
    { className: ["desk-pick"] },
    h("input", { type: "checkbox", name: pickField(id), value: String(version) }),
    h("span", { className: ["sr-only"] }, messages.choose(name)),
  );

export const buildStatus = ({ status }: Pick<Comment, "status">): Element =>
  h("span", { className: ["desk-status", `desk-status-${status}`] }, messages.statuses[status]);

function buildTime({ id, status, createdAt, editedAt }: Comment, now: number) {
  const ago = commentMessages.ago((now - Date.parse(createdAt)) / 1000);
  const time = h("time", { dateTime: createdAt }, `${dateFormat.dateTime(createdAt)} (${ago})`);
  return [
    status === "visible" ? h("a", { href: commentUrl(id) }, time) : time,
    editedAt !== undefined && [" ", h("span", {}, commentMessages.edited)],
  ].flat();
}

const buildPost = ({ postId }: Comment, post: ThreadPost | undefined) => [
  post
    ? h("a", { href: `${postUrl(post.slug)}#${anchors.section}`, lang: post.lang }, post.title)
    : h("span", {}, messages.noPost),
  " ",
  h(
    "a",
    {
      href: queueUrl({ status: "all", words: "", postId, page: 1 }),
      className: ["desk-fact"],
    },
    postId,
  ),
];

/** What is answered, and whether readers see it: an approved answer to a held comment hangs in the air. */
function buildParent({ name, text, status }: NonNullable<QueueEntry["parent"]>): Element {
  const characters = [...text.replace(/\s+/gu, " ")];
  const isLong = characters.length > shownOfParent;
  return h(
    "blockquote",
    { className: ["desk-parent"] },
    `${messages.inReplyTo} `,
    h("bdi", { className: ["comment-name"] }, name),
    " ",
    buildStatus({ status }),
    " ",
    h("span", { dir: "auto" }, characters.slice(0, shownOfParent).join(""), isLong && "…"),
  );
}

function buildFacts({ comment, answers, ofWriter, addressIsBlocked, threadIsClosed }: QueueEntry) {
  const { all, visible } = ofWriter;
  const facts: (Element | string)[] = [
    ...(answers > 0 ? [messages.answers(answers)] : []),
    ...(all === 1 ? [messages.firstOfWriter] : []),
    ...(all > 1 ? [messages.ofWriter(all, visible)] : []),
    ...(comment.addressHash === undefined
      ? []
      : [
          h(
            "span",
            {},
            `${messages.address} `,
            h("code", {}, comment.addressHash.replace(/^(\d+\.)?(.{8}).*$/, "$2")),
          ),
        ]),
    ...(addressIsBlocked ? [h("strong", {}, messages.addressIsBlocked)] : []),
    ...(threadIsClosed ? [h("strong", {}, messages.threadIsClosed)] : []),
    h("a", { href: `${moderationLogUrl}?comment=${comment.id}` }, messages.history),
  ];
  return h(
    "p",
    { className: ["desk-facts"] },
    facts.flatMap((fact) => [h("span", {}, fact), " "]),
  );
}

/** Keys of the keyboard for acts on the comment that has the focus. */
export const keyOfAct: Partial<Record<CommentAct, string>> = {
  approve: "a",
  hide: "h",
  spam: "s",
  delete: "d",
};

function buildActs({ comment, addressIsBlocked, threadIsClosed }: QueueEntry): Element | false {
  const thread = threadIsClosed ? "open" : "close";
  if (comment.status === "deleted") return false;
  const useful = (["approve", "hide", "spam", "delete"] as const).filter(
    (act) => statusOfAct[act] !== comment.status,
  );
  return h(
    "div",
    { className: ["comment-buttons", "desk-acts"] },
    useful.map((act) => buildAct(act, comment)),
    h(
      "details",
      { className: ["desk-more"] },
      h("summary", {}, messages.more),
      h(
        "p",
        { className: ["comment-buttons"] },
        comment.addressHash !== undefined && !addressIsBlocked && buildAct("block", comment),
        buildAct(thread, comment),
      ),
    ),
  );
}

function buildAct(act: CommentAct, comment: Comment): Element {
  const key = keyOfAct[act];
  const properties: Properties = {
    className: ["button", ...(act === "approve" ? ["button-main"] : [])],
    name: "one",
    value: actOnOne(act, comment),
    ariaDescribedBy: [`entry-${comment.id}`],
    ...(key === undefined ? {} : { dataKey: key }),
  };
  return h("button", properties, messages.acts[act]);
}
