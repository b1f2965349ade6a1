import { h } from "@/lib/comments/markup/h";
import { pickField } from "@/lib/comments/moderation/acts";
import { buildModerationPage } from "@/lib/comments/moderation/markup/moderation-document";
import { buildStatus } from "@/lib/comments/moderation/markup/queue-entry";
import type { Moderator } from "@/lib/comments/moderation/moderation-service";
import { type QueueView, queueUrl } from "@/lib/comments/moderation/queue-view";
import { renderCommentText } from "@/lib/comments/render-text";
import type { Comment } from "@/lib/discussion/comment";
import { moderationMessages as messages } from "@/lib/messages/moderation/moderation-messages";
import { moderationUrl } from "@/lib/urls";

/** Whether it is meant: what is deleted can't be brought back. */
export const buildConfirmPage = ({
  comments,
  view,
  moderator,
}: {
  comments: readonly Comment[];
  view: QueueView;
  moderator: Moderator;
}): string =>
  buildModerationPage(
    { title: messages.confirmDelete(comments.length), part: "queue", moderator },
    h("p", {}, messages.confirmDeleteHint),
    h(
      "form",
      { method: "post", action: moderationUrl },
      h("input", { type: "hidden", name: "view", value: queueUrl(view).split("?")[1] ?? "" }),
      h("input", { type: "hidden", name: "confirmed", value: "yes" }),
      comments.map(({ id, version }) =>
        h("input", { type: "hidden", name: pickField(id), value: String(version) }),
      ),
      h(
        "p",
        { className: ["comment-buttons"] },
        h(
          "button",
          {
            className: ["button", "button-main"],
            name: "act",
            value: "delete",
            autoFocus: true,
          },
          messages.acts.delete,
        ),
        h("a", { className: ["button"], href: queueUrl(view) }, messages.cancel),
      ),
      h(
        "ol",
        { className: ["comment-list"] },
        comments.map((comment) =>
          h(
            "li",
            { className: ["comment"] },
            h(
              "p",
              { className: ["comment-head"] },
              buildStatus(comment),
              " ",
              h("bdi", { className: ["comment-name"] }, comment.name),
            ),
            h(
              "div",
              { className: ["comment-text"], dir: "auto" },
              renderCommentText(comment.text).children,
            ),
          ),
        ),
      ),
    ),
  );
