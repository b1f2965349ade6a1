/** @jsxImportSource hastscript */
import { buildDoorPage } from "@/lib/comments/moderation/markup/moderation-document";
import { moderationMessages } from "@/lib/messages/moderation/moderation-messages";
import { moderationLoginUrl } from "@/lib/urls";

const messages = moderationMessages.login;

/** The way in. What was typed as a name stays, a password doesn't. */
export const buildLoginPage = ({ name = "", message }: { name?: string; message?: string }) =>
  buildDoorPage(
    messages.title,
    <>
      {message === undefined ? undefined : (
        <p id="message" className="comment-message" role="alert">
          {message}
        </p>
      )}
      <form method="post" action={moderationLoginUrl} className="comment-form desk-login">
        {buildName(name)}
        {buildPassword(message !== undefined)}
        <p className="comment-buttons">
          <button className="button button-main">{messages.go}</button>
        </p>
      </form>
    </>,
  );

const buildName = (name: string) => (
  <div className="comment-field">
    <label htmlFor="name">{messages.name}</label>
    <input
      id="name"
      name="name"
      value={name}
      maxLength={60}
      autoComplete="username"
      aria-describedby="name-hint"
    />
    <p id="name-hint" className="comment-hint">
      {messages.nameHint}
    </p>
  </div>
);

const buildPassword = (isRefused: boolean) => (
  <div className="comment-field">
    <label htmlFor="password">{messages.password}</label>
    <input
      id="password"
      name="password"
      type="password"
      required
      autoComplete="current-password"
      {...(isRefused ? { "aria-invalid": "true", "aria-describedby": "message" } : {})}
    />
  </div>
);
