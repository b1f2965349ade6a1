import { h } from "@/lib/comments/markup/h";
import { buildDoorPage } from "@/lib/comments/moderation/markup/moderation-document";
import type { Refusal } from "@/lib/discussion/refusal";
import { moderationMessages as messages } from "@/lib/messages/moderation/moderation-messages";
import { moderationUrl } from "@/lib/urls";

/** For a form that came from elsewhere or arrived damaged: nothing was done. */
export const buildRefusalPage = ({ reason }: Refusal): string =>
  buildDoorPage(
    messages.title,
    h(
      "p",
      { className: ["comment-message"], role: "alert" },
      reason === "cross-site" ? messages.login.crossSite : messages.login.unreadable,
    ),
    h("p", {}, h("a", { href: moderationUrl }, messages.title)),
  );
