import type { Element, ElementContent } from "hast";
import { buildDocumentOf } from "@/lib/comments/markup/document";
import { h } from "@/lib/comments/markup/h";
import type { Moderator } from "@/lib/comments/moderation/moderation-service";
import { moderationMessages as messages } from "@/lib/messages/moderation/moderation-messages";
import {
  moderationBlocksUrl,
  moderationLogoutUrl,
  moderationLogUrl,
  moderationUrl,
} from "@/lib/urls";

const styleSheet = "/styles/moderation.css";

const parts = { queue: moderationUrl, blocks: moderationBlocksUrl, log: moderationLogUrl } as const;

interface ModerationPage {
  title: string;
  part: keyof typeof parts;
  moderator: Moderator;
  /** What came of what was asked. */
  message?: string | undefined;
  /** Whether the message says that something was not done. */
  isAlert?: boolean;
  script?: string;
}

/** A page for someone who is logged in. */
export function buildModerationPage(
  { title, part, moderator, message, isAlert = false, script }: ModerationPage,
  ...content: ElementContent[]
): string {
  const said = h(
    "p",
    { className: ["comment-message"], role: isAlert ? "alert" : "status" },
    message ?? "",
  );
  return buildDocumentOf(
    {
      title,
      styleSheet,
      head: [buildParts(part), buildWho(moderator)],
      ...(script === undefined ? {} : { script }),
    },
    ...(message === undefined ? [] : [said]),
    ...content,
  );
}

/** Where nobody is logged in. */
export const buildDoorPage = (title: string, ...content: ElementContent[]): string =>
  buildDocumentOf({ title, styleSheet }, ...content);

const buildParts = (current: keyof typeof parts): Element =>
  h(
    "nav",
    { ariaLabel: messages.partsLabel, className: ["desk-parts"] },
    buildPart("queue", current),
    buildPart("blocks", current),
    buildPart("log", current),
  );

const buildPart = (part: keyof typeof parts, current: keyof typeof parts): Element =>
  h(
    "a",
    { href: parts[part], ...(part === current ? { ariaCurrent: "page" } : {}) },
    messages.parts[part],
  );

const buildWho = ({ actor }: Moderator): Element =>
  h(
    "form",
    { method: "post", action: moderationLogoutUrl, className: ["desk-who"] },
    h("bdi", {}, messages.loggedInAs(actor)),
    " ",
    h("button", { className: ["comment-link"] }, messages.logout),
  );
