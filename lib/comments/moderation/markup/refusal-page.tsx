/** @jsxImportSource hastscript */
import { moderationWords } from "@/lib/comments/edition";
import { buildMessage } from "@/lib/comments/markup/page-pieces";
import { buildDoorPage } from "@/lib/comments/moderation/markup/moderation-document";
import type { Refusal } from "@/lib/discussion/refusal";
import { moderationUrl } from "@/lib/urls";

/** For a form that came from elsewhere or arrived damaged: nothing was done. */
export const buildRefusalPage = ({ reason }: Refusal): string =>
  buildDoorPage(
    moderationWords().title,
    <>
      {buildMessage(
        reason === "cross-site"
          ? moderationWords().login.crossSite
          : moderationWords().login.unreadable,
        "alert",
      )}
      <p>
        <a href={moderationUrl}>{moderationWords().title}</a>
      </p>
    </>,
  );
