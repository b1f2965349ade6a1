/** @jsxImportSource hastscript */

import type { Result } from "hastscript";
import { moderationWords } from "@/lib/comments/edition";
import { buildDocumentOf } from "@/lib/comments/markup/document";
import { buildMessage } from "@/lib/comments/markup/page-pieces";
import type { Moderator } from "@/lib/comments/moderation/moderation-service";
import {
  moderationBlocksUrl,
  moderationLogoutUrl,
  moderationLogUrl,
  moderationUrl,
  publicFolders,
} from "@/lib/urls";

const styleSheet = `${publicFolders.styles}/moderation.css`;

const parts = { queue: moderationUrl, blocks: moderationBlocksUrl, log: moderationLogUrl } as const;

type Part = keyof typeof parts;

interface ModerationPage {
  title: string;
  part: Part;
  moderator: Moderator;
  /** What came of what was asked. */
  message?: string | undefined;
  /** Whether the message says that something was not done. */
  isAlert?: boolean;
  script?: string;
}

/** A page for someone who is logged in. */
export const buildModerationPage = (
  { title, part, moderator, message, isAlert = false, script }: ModerationPage,
  content: Result,
): string =>
  buildDocumentOf(
    {
      title,
      styleSheet,
      head: (
        <>
          {buildParts(part)}
          {buildWho(moderator)}
        </>
      ),
      ...(script === undefined ? {} : { script }),
    },
    <>
      {message === undefined ? undefined : buildMessage(message, isAlert ? "alert" : "status")}
      {content}
    </>,
  );

/** Where nobody is logged in. */
export const buildDoorPage = (title: string, content: Result): string =>
  buildDocumentOf({ title, styleSheet }, content);

const buildParts = (current: Part) => (
  <nav aria-label={moderationWords().partsLabel} className="desk-parts">
    {buildPart("queue", current)}
    {buildPart("blocks", current)}
    {buildPart("log", current)}
  </nav>
);

const buildPart = (part: Part, current: Part) => (
  <a href={parts[part]} aria-current={part === current ? "page" : undefined}>
    {moderationWords().parts[part]}
  </a>
);

const buildWho = ({ actor }: Moderator) => (
  <form method="post" action={moderationLogoutUrl} className="desk-who">
    <bdi>{moderationWords().loggedInAs(actor)}</bdi>{" "}
    <button className="comment-link">{moderationWords().logout}</button>
  </form>
);
