import type { Element } from "hast";
import { anchors } from "@/lib/comments/markup/anchors";
import { h } from "@/lib/comments/markup/h";
import { linkRelation, renderCommentText } from "@/lib/comments/render-text";
import { dateFormat } from "@/lib/dates/format-date";
import type { ThreadComment } from "@/lib/discussion/comment";
import { commentMessages as messages } from "@/lib/messages/comments/comment-messages";
import { commentUrl, replyFormUrl } from "@/lib/urls";

/** What a comment's place in a list tells about it. */
export interface CommentPlace {
  /** Whether the thread takes comments. */
  isOpen: boolean;
  /** What it answers, as far as the page has it. */
  parent?: { id: string; name?: string; isOnPage: boolean; isJustAbove: boolean };
}

/** One comment as an entry of its thread's list. */
export function buildComment(comment: ThreadComment, { isOpen, parent }: CommentPlace): Element {
  const { id, depth, content, createdAt } = comment;
  const className = ["comment", ...(depth > 0 ? [`comment-depth-${depth}`] : [])];
  if (!content) {
    return h(
      "li",
      { id: anchors.comment(id), className },
      h("p", { className: ["comment-gone"] }, messages.gone),
    );
  }
  return h(
    "li",
    { id: anchors.comment(id), className },
    h(
      "p",
      { className: ["comment-head"] },
      buildName(content),
      " ",
      parent && [buildParentLink(parent), " "],
      h(
        "a",
        { href: commentUrl(id), rel: ["nofollow"], className: ["comment-time"] },
        h("time", { dateTime: createdAt }, dateFormat.dateTime(createdAt)),
      ),
      content.edited && [" ", h("span", { className: ["comment-edited"] }, messages.edited)],
    ),
    h(
      "div",
      { className: ["comment-text"], dir: "auto" },
      renderCommentText(content.text).children,
    ),
    isOpen &&
      h(
        "p",
        { className: ["comment-actions"] },
        h(
          "a",
          {
            href: replyFormUrl(id),
            rel: ["nofollow"],
            className: ["comment-reply"],
          },
          h("span", { ariaHidden: "true" }, messages.reply),
          h("span", { className: ["sr-only"] }, messages.replyTo(content.name)),
        ),
      ),
  );
}

function buildName({ name, website }: NonNullable<ThreadComment["content"]>): Element {
  const properties = { className: ["comment-name"] };
  if (website === undefined) return h("bdi", properties, name);
  return h("bdi", properties, h("a", { href: website, rel: linkRelation }, name));
}

/** Where the answered comment stands just above, the words are for those who hear the page. */
function buildParentLink({ id, name, isOnPage, isJustAbove }: NonNullable<CommentPlace["parent"]>) {
  const href = isOnPage ? `#${anchors.comment(id)}` : commentUrl(id);
  return h(
    "span",
    { className: [isJustAbove ? "comment-parent-above" : "comment-parent"] },
    `${messages.inReplyTo} `,
    h(
      "a",
      isOnPage ? { href } : { href, rel: ["nofollow"] },
      h("bdi", {}, name ?? messages.earlierComment),
    ),
  );
}
