/** @jsxImportSource hastscript */
import { buildMessage } from "@/lib/comments/markup/page-pieces";
import { buildDoorPage } from "@/lib/comments/moderation/markup/moderation-document";
import type { Refusal } from "@/lib/discussion/refusal";
import { moderationMessages as messages } from "@/lib/messages/moderation/moderation-messages";
import { moderationUrl } from "@/lib/urls";

/** For a form that came from elsewhere or arrived damaged: nothing was done. */
export const buildRefusalPage = ({ reason }: Refusal): string =>
  buildDoorPage(
    messages.title,
    <>
      {buildMessage(
        reason === "cross-site" ? messages.login.crossSite : messages.login.unreadable,
        "alert",
      )}
      <p>
        <a href={moderationUrl}>{messages.title}</a>
      </p>
    </>,
  );
