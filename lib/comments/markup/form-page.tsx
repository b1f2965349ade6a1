/** @jsxImportSource hastscript */
import { commentWords } from "@/lib/comments/edition";

import { anchors } from "@/lib/comments/markup/anchors";
import { buildDocument } from "@/lib/comments/markup/document";
import { buildForm, type FormContent } from "@/lib/comments/markup/form-markup";
import {
  buildCommentName,
  buildCommentText,
  buildMessage,
} from "@/lib/comments/markup/page-pieces";
import type { ThreadComment } from "@/lib/discussion/comment";
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
export const buildFormPage = ({ title, post, form, message, parent, preview }: FormPage): string =>
  buildDocument(
    title,
    <>
      {buildPostLink(post)}
      {message ? buildMessage(message, "alert") : undefined}
      {parent?.content ? buildAnswered(parent.content) : undefined}
      {preview === undefined ? undefined : buildPreview(preview)}
      {buildForm({ ...form, postId: post.id })}
    </>,
  );

const buildAnswered = ({ name, text }: NonNullable<ThreadComment["content"]>) => (
  <blockquote className="comment-answered">
    <p className="comment-head">{buildCommentName(name)}</p>
    {buildCommentText(text)}
  </blockquote>
);

const buildPreview = (text: string) => (
  <section className="comment-preview">
    <h2>{commentWords().previewTitle}</h2>
    {buildCommentText(text)}
  </section>
);

export const buildPostLink = ({ slug, title, lang }: ThreadPost) => (
  <p>
    <a href={`${postUrl(slug)}#${anchors.section}`}>{commentWords().backToPost}</a>{" "}
    <span lang={lang} className="plain-post">
      {title}
    </span>
  </p>
);

/** A page that says one thing, such as that there is no such post. */
export const buildMessagePage = (title: string, message: string, post?: ThreadPost): string =>
  buildDocument(
    title,
    <>
      {buildMessage(message, "alert")}
      {post ? buildPostLink(post) : undefined}
    </>,
  );
