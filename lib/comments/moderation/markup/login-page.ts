import { h } from "@/lib/comments/markup/h";
import { buildDoorPage } from "@/lib/comments/moderation/markup/moderation-document";
import { moderationMessages } from "@/lib/messages/moderation/moderation-messages";
import { moderationLoginUrl } from "@/lib/urls";

const messages = moderationMessages.login;

/** The way in. What was typed as a name stays, a password doesn't. */
export const buildLoginPage = ({ name = "", message }: { name?: string; message?: string }) =>
  buildDoorPage(
    messages.title,
    ...(message === undefined
      ? []
      : [h("p", { id: "message", className: ["comment-message"], role: "alert" }, message)]),
    h(
      "form",
      { method: "post", action: moderationLoginUrl, className: ["comment-form", "desk-login"] },
      h(
        "div",
        { className: ["comment-field"] },
        h("label", { htmlFor: ["name"] }, messages.name),
        h("input", {
          id: "name",
          name: "name",
          value: name,
          maxLength: 60,
          autoComplete: ["username"],
          ariaDescribedBy: ["name-hint"],
        }),
        h("p", { id: "name-hint", className: ["comment-hint"] }, messages.nameHint),
      ),
      h(
        "div",
        { className: ["comment-field"] },
        h("label", { htmlFor: ["password"] }, messages.password),
        h("input", {
          id: "password",
          name: "password",
          type: "password",
          required: true,
          autoComplete: ["current-password"],
          ...(message === undefined ? {} : { ariaInvalid: "true", ariaDescribedBy: ["message"] }),
        }),
      ),
      h(
        "p",
        { className: ["comment-buttons"] },
        h("button", { className: ["button", "button-main"] }, messages.go),
      ),
    ),
  );
