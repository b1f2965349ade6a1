/** @jsxImportSource hastscript */
import { moderationWords } from "@/lib/comments/edition";
import { buildCommentName, buildCommentText, buildHidden } from "@/lib/comments/markup/page-pieces";
import { pickField } from "@/lib/comments/moderation/acts";
import { buildModerationPage } from "@/lib/comments/moderation/markup/moderation-document";
import { buildStatus } from "@/lib/comments/moderation/markup/queue-entry";
import type { Moderator } from "@/lib/comments/moderation/moderation-service";
import { type QueueView, queueUrl } from "@/lib/comments/moderation/queue-view";
import type { Comment } from "@/lib/discussion/comment";
import { moderationUrl } from "@/lib/urls";

interface ConfirmPage {
  comments: readonly Comment[];
  view: QueueView;
  moderator: Moderator;
}

/** Whether it is meant: what is deleted can't be brought back. */
export const buildConfirmPage = ({ comments, view, moderator }: ConfirmPage): string =>
  buildModerationPage(
    { title: moderationWords().confirmDelete(comments.length), part: "queue", moderator },
    <>
      <p>{moderationWords().confirmDeleteHint}</p>
      <form method="post" action={moderationUrl}>
        {buildHidden("view", queueUrl(view).split("?")[1] ?? "")}
        {buildHidden("confirmed", "yes")}
        {comments.map(({ id, version }) => buildHidden(pickField(id), String(version)))}
        <p className="comment-buttons">
          {/* biome-ignore lint/a11y/noAutofocus: the page asks this one thing */}
          <button className="button button-main" name="act" value="delete" autoFocus>
            {moderationWords().acts.delete}
          </button>
          <a className="button" href={queueUrl(view)}>
            {moderationWords().cancel}
          </a>
        </p>
        <ol className="comment-list">{comments.map(buildComment)}</ol>
      </form>
    </>,
  );

const buildComment = (comment: Comment) => (
  <li className="comment">
    <p className="comment-head">
      {buildStatus(comment)} {buildCommentName(comment.name)}
    </p>
    {buildCommentText(comment.text)}
  </li>
);
