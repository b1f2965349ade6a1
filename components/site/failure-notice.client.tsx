"use client";

import { failureMessages } from "@/lib/messages/failure-messages";
import { frontPageUrl } from "@/lib/urls";

/** Shown in place of a page that could not be rendered. */
export function FailureNotice({ retry }: { retry: () => void }) {
  return (
    <div className="notice">
      <h1>{failureMessages.title}</h1>
      <p>{failureMessages.text}</p>
      <p className="notice-actions">
        <button type="button" className="button" onClick={retry}>
          {failureMessages.retry}
        </button>
        {/* A full load, not a navigation: the running page is what has failed. */}
        <a href={frontPageUrl} className="button">
          {failureMessages.home}
        </a>
      </p>
    </div>
  );
}
