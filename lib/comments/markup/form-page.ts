import { anchors } from "@/lib/comments/markup/anchors";
import { buildDocument } from "@/lib/comments/markup/document";
import { buildForm, type FormContent } from "@/lib/comments/markup/form-markup";
import { h } from "@/lib/comments/markup/h";
import { renderCommentText } from "@/lib/comments/render-text";
import type { ThreadComment } from "@/lib/discussion/comment";
import { commentMessages as messages } from "@/lib/messages/comments/comment-messages";
import type { ThreadPost } from "@/lib/publication";
import { postUrl } from "@/lib/urls";

interface FormPage {
  title: string;
  post: ThreadPost;
  form: Omit<FormContent, "postId">;
  /** What is wrong, in one sentence. */
  message?: string;
  /** The comment that is answered. */
  parent?: ThreadComment;
  /** The text as readers will see it. */
  preview?: string;
}

/** A form on a page of its own: to answer without a script, to look at a preview, or to mend what was refused. */
export function buildFormPage({ title, post, form, message, parent, preview }: FormPage): string {
  return buildDocument(
    title,
    buildPostLink(post),
    ...(message ? [h("p", { className: ["comment-message"], role: "alert" }, message)] : []),
    ...(parent?.content
      ? [
          h(
            "blockquote",
            { className: ["comment-answered"] },
            h(
              "p",
              { className: ["comment-head"] },
              h("bdi", { className: ["comment-name"] }, parent.content.name),
            ),
            h(
              "div",
              { className: ["comment-text"], dir: "auto" },
              renderCommentText(parent.content.text).children,
            ),
          ),
        ]
      : []),
    ...(preview === undefined
      ? []
      : [
          h(
            "section",
            { className: ["comment-preview"] },
            h("h2", {}, messages.previewTitle),
            h(
              "div",
              { className: ["comment-text"], dir: "auto" },
              renderCommentText(preview).children,
            ),
          ),
        ]),
    buildForm({ ...form, postId: post.id }),
  );
}

export const buildPostLink = ({ slug, title, lang }: ThreadPost) =>
  h(
    "p",
    {},
    h("a", { href: `${postUrl(slug)}#${anchors.section}` }, messages.backToPost),
    " ",
    h("span", { lang, className: ["plain-post"] }, title),
  );

/** A page that says one thing, such as that there is no such post. */
export const buildMessagePage = (title: string, message: string, post?: ThreadPost): string =>
  buildDocument(
    title,
    h("p", { className: ["comment-message"], role: "alert" }, message),
    ...(post ? [buildPostLink(post)] : []),
  );
