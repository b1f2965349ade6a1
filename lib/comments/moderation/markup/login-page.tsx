/** @jsxImportSource hastscript */
import { moderationWords } from "@/lib/comments/edition";
import { buildDoorPage } from "@/lib/comments/moderation/markup/moderation-document";
import { moderationLoginUrl } from "@/lib/urls";

const words = () => moderationWords().login;

/** The way in. What was typed as a name stays, a password doesn't. */
export const buildLoginPage = ({ name = "", message }: { name?: string; message?: string }) =>
  buildDoorPage(
    words().title,
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
          <button className="button button-main">{words().go}</button>
        </p>
      </form>
    </>,
  );

const buildName = (name: string) => (
  <div className="comment-field">
    <label htmlFor="name">{words().name}</label>
    <input
      id="name"
      name="name"
      value={name}
      maxLength={60}
      autoComplete="username"
      aria-describedby="name-hint"
    />
    <p id="name-hint" className="comment-hint">
      {words().nameHint}
    </p>
  </div>
);

const buildPassword = (isRefused: boolean) => (
  <div className="comment-field">
    <label htmlFor="password">{words().password}</label>
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
