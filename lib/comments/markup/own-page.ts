import type { Element } from "hast";
import { buildDocument } from "@/lib/comments/markup/document";
import { h } from "@/lib/comments/markup/h";
import { buildKeptText } from "@/lib/comments/markup/kept-text";
import { renderCommentText } from "@/lib/comments/render-text";
import { dateFormat } from "@/lib/dates/format-date";
import type { Comment } from "@/lib/discussion/comment";
import { commentMessages as messages } from "@/lib/messages/comments/comment-messages";
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
    messages.mine.title,
    ...(message ? [h("p", { className: ["comment-message"], role: "status" }, message)] : []),
    ...(isLeft ? [buildKeptText(refused.text)] : []),
    comments.length === 0
      ? h("p", {}, messages.mine.none)
      : h(
          "ol",
          { className: ["comment-list"] },
          comments.map((comment) => buildOwnComment(comment, settings, refused)),
        ),
  );
}

function buildOwnComment(
  comment: Comment,
  { maxLength }: OwnPage["settings"],
  refused: OwnPage["refused"],
): Element {
  const { id, name, text, status, createdAt, version } = comment;
  const inputId = `text-${id}`;
  const date = h("time", { dateTime: createdAt }, dateFormat.dateTime(createdAt));
  const hidden = [
    h("input", { type: "hidden", name: "id", value: id }),
    h("input", { type: "hidden", name: "version", value: String(version) }),
  ];
  const form = (...children: Parameters<typeof h>[2][]) =>
    h(
      "form",
      { method: "post", action: ownCommentsUrl, className: ["comment-form"] },
      hidden,
      children,
    );
  return h(
    "li",
    { className: ["comment"] },
    h(
      "p",
      { className: ["comment-head"] },
      h("bdi", { className: ["comment-name"] }, name),
      " ",
      status === "visible" ? h("a", { href: commentUrl(id) }, date) : date,
      status === "held" && [" ", h("span", { className: ["comment-awaiting"] }, messages.awaiting)],
    ),
    h("div", { className: ["comment-text"], dir: "auto" }, renderCommentText(text).children),
    form(
      h(
        "div",
        { className: ["comment-field"] },
        h("label", { htmlFor: [inputId] }, messages.edit),
        h(
          "textarea",
          { id: inputId, name: "text", required: true, rows: 5, maxLength },
          `\n${refused?.id === id ? refused.text : text}`,
        ),
      ),
      h(
        "p",
        { className: ["comment-buttons"] },
        h(
          "button",
          { className: ["button", "button-main"], name: "intent", value: "edit" },
          messages.save,
        ),
      ),
    ),
    h(
      "details",
      { className: ["comment-delete"] },
      h("summary", {}, messages.delete),
      form(
        h("p", {}, messages.confirmDelete),
        h(
          "p",
          { className: ["comment-buttons"] },
          h("button", { className: ["button"], name: "intent", value: "delete" }, messages.delete),
        ),
      ),
    ),
  );
}
