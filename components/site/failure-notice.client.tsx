"use client";

import { failureMessagesIn } from "@/lib/messages/failure-messages";
import type { Language } from "@/lib/text/languages";
import { frontPageUrl } from "@/lib/urls";

/** Shown in place of a page that could not be rendered. */
export function FailureNotice({ language, retry }: { language: Language; retry: () => void }) {
  const { title, text, retry: again, home } = failureMessagesIn(language);
  return (
    <div lang={language} className="notice">
      <h1>{title}</h1>
      <p>{text}</p>
      <p className="notice-actions">
        <button type="button" className="button" onClick={retry}>
          {again}
        </button>
        {/* A full load, not a navigation: the running page is what has failed. */}
        <a href={frontPageUrl} className="button">
          {home}
        </a>
      </p>
    </div>
  );
}
