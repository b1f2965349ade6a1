/** @jsxImportSource hastscript */
import { commentWords } from "@/lib/comments/edition";
import { buildDocument } from "@/lib/comments/markup/document";
import { buildForm, type FormContent } from "@/lib/comments/markup/form-markup";
import { buildPostLink } from "@/lib/comments/markup/form-page";
import { buildMessage } from "@/lib/comments/markup/page-pieces";
import type { ThreadPost } from "@/lib/publication";

/** What was typed and can't be posted: to be copied by whoever wrote it. */
export const buildKeptText = (text: string) => (
  <div className="comment-field">
    <label htmlFor="kept-text">{commentWords().fields.text}</label>
    <textarea id="kept-text" rows={8} readOnly>
      {`\n${text}`}
    </textarea>
  </div>
);

/** A page that says why nothing was posted, with what was typed; without a form, since it could not be posted again. */
export const buildKeptPage = (message: string, text: string, post?: ThreadPost): string =>
  buildDocument(
    commentWords().notPosted,
    <>
      {post ? buildPostLink(post) : undefined}
      {buildMessage(message, "alert")}
      {buildKeptText(text)}
    </>,
  );

/** The same with the form, to be sent again later. All of it is made of what was sent: the store may be away. */
export const buildRetryPage = (message: string, form: FormContent): string =>
  buildDocument(
    commentWords().notPosted,
    <>
      {buildMessage(message, "alert")}
      {buildForm(form)}
    </>,
  );
