/** @jsxImportSource hastscript */
import { editionDates } from "@/lib/comments/edition";
import { renderCommentText } from "@/lib/comments/render-text";

/** What is wrong, or what has been done; those who hear the page are told at once. */
export const buildMessage = (message: string, role: "alert" | "status") => (
  <p className="comment-message" role={role}>
    {message}
  </p>
);

/** A text as its readers see it, in its own direction. */
export const buildCommentText = (text: string) => (
  <div className="comment-text" dir="auto">
    {renderCommentText(text)}
  </div>
);

export const buildCommentName = (name: string) => <bdi className="comment-name">{name}</bdi>;

/** What a form sends along. */
export const buildHidden = (name: string, value: string) => (
  <input type="hidden" name={name} value={value} />
);

/** @param instant ISO 8601 */
export const buildTime = (instant: string) => (
  <time dateTime={instant}>{editionDates().dateTime(instant)}</time>
);
