import { h } from "@/lib/comments/markup/h";
import { buildModerationPage } from "@/lib/comments/moderation/markup/moderation-document";
import { buildPages } from "@/lib/comments/moderation/markup/pages";
import type { Moderator } from "@/lib/comments/moderation/moderation-service";
import type { AuditLine } from "@/lib/comments/store/audit-log";
import { dateFormat } from "@/lib/dates/format-date";
import { commentStatuses } from "@/lib/discussion/comment";
import { moderationMessages } from "@/lib/messages/moderation/moderation-messages";
import { moderationLogUrl } from "@/lib/urls";

const messages = moderationMessages.log;

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
    { title: moderationMessages.parts.log, part: "log", moderator },
    ...(commentId === undefined
      ? []
      : [h("p", {}, `${messages.comment} `, h("code", {}, commentId))]),
    lines.length === 0
      ? h("p", { className: ["comments-none"] }, messages.none)
      : h(
          "div",
          { className: ["desk-table"], role: "region", tabIndex: 0, ariaLabel: messages.what },
          h(
            "table",
            {},
            h(
              "thead",
              {},
              h(
                "tr",
                {},
                [messages.when, messages.who, messages.what, messages.which].map((heading) =>
                  h("th", { scope: "col" }, heading),
                ),
              ),
            ),
            h("tbody", {}, lines.map(buildLine)),
          ),
        ),
    ...buildPages(page, pageCount, (number) => urlOf(number, commentId)),
  );

const buildLine = ({ at, actor, action, commentId, detail }: AuditLine) =>
  h(
    "tr",
    {},
    h("td", {}, h("time", { dateTime: at }, dateFormat.dateTime(at))),
    h("td", {}, h("bdi", {}, actor)),
    h("td", {}, nameOf(action)),
    h(
      "td",
      {},
      commentId !== undefined && [
        h("a", { href: `${moderationLogUrl}?comment=${commentId}` }, h("code", {}, commentId)),
        " ",
      ],
      h("bdi", {}, describe(detail)),
    ),
  );

/** Acts of a newer version of the site are shown as they are written. */
const nameOf = (action: string): string =>
  Object.entries(messages.acts).find(([known]) => known === action)?.[1] ?? action;

/** The status before an act, in words; all else is as it was typed. */
function describe(detail: string): string {
  const status = commentStatuses.find((known) => known === detail);
  return status === undefined ? detail : `${moderationMessages.statuses[status]} →`;
}

function urlOf(page: number, commentId: string | undefined): string {
  const parameters = new URLSearchParams({
    ...(commentId === undefined ? {} : { comment: commentId }),
    ...(page > 1 ? { page: String(page) } : {}),
  });
  return parameters.size === 0 ? moderationLogUrl : `${moderationLogUrl}?${parameters}`;
}
