/** @jsxImportSource hastscript */
import { moderationWords } from "@/lib/comments/edition";
import { buildTime } from "@/lib/comments/markup/page-pieces";
import { buildModerationPage } from "@/lib/comments/moderation/markup/moderation-document";
import { buildPages } from "@/lib/comments/moderation/markup/pages";
import type { Moderator } from "@/lib/comments/moderation/moderation-service";
import type { AuditLine } from "@/lib/comments/store/audit-log";
import { commentStatuses } from "@/lib/discussion/comment";
import { moderationLogUrl } from "@/lib/urls";

const words = () => moderationWords().log;

interface LogPage {
  lines: readonly AuditLine[];
  /** Where the log is one comment's. */
  commentId?: string;
  page: number;
  pageCount: number;
  moderator: Moderator;
}

/** Who did what, when, and to which comment. */
export const buildLogPage = ({ lines, commentId, page, pageCount, moderator }: LogPage): string =>
  buildModerationPage(
    { title: moderationWords().parts.log, part: "log", moderator },
    <>
      {commentId === undefined ? undefined : (
        <p>
          {words().comment} <code>{commentId}</code>
        </p>
      )}
      {lines.length === 0 ? <p className="comments-none">{words().none}</p> : buildTable(lines)}
      {buildPages(page, pageCount, (number) => urlOf(number, commentId))}
    </>,
  );

const buildTable = (lines: LogPage["lines"]) => (
  // biome-ignore lint/a11y/useSemanticElements: a box that scrolls, not a part of the text
  // biome-ignore lint/a11y/noNoninteractiveTabindex: so that keys can scroll it
  <div className="desk-table" role="region" tabIndex={0} aria-label={words().what}>
    <table>
      <thead>
        <tr>
          {[words().when, words().who, words().what, words().which].map((heading) => (
            <th scope="col">{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>{lines.map(buildLine)}</tbody>
    </table>
  </div>
);

const buildLine = ({ at, actor, action, commentId, detail }: AuditLine) => (
  <tr>
    <td>{buildTime(at)}</td>
    <td>
      <bdi>{actor}</bdi>
    </td>
    <td>{nameOf(action)}</td>
    <td>
      {commentId === undefined ? undefined : buildLogLink(commentId)}
      <bdi>{describe(detail)}</bdi>
    </td>
  </tr>
);

const buildLogLink = (commentId: string) => (
  <>
    <a href={`${moderationLogUrl}?comment=${commentId}`}>
      <code>{commentId}</code>
    </a>{" "}
  </>
);

/** Acts of a newer version of the site are shown as they are written. */
const nameOf = (action: string): string =>
  Object.entries(words().acts).find(([known]) => known === action)?.[1] ?? action;

/** The status before an act, in words; all else is as it was typed. */
function describe(detail: string): string {
  const status = commentStatuses.find((known) => known === detail);
  return status === undefined ? detail : `${moderationWords().statuses[status]} →`;
}

function urlOf(page: number, commentId: string | undefined): string {
  const parameters = new URLSearchParams({
    ...(commentId === undefined ? {} : { comment: commentId }),
    ...(page > 1 ? { page: String(page) } : {}),
  });
  return parameters.size === 0 ? moderationLogUrl : `${moderationLogUrl}?${parameters}`;
}
