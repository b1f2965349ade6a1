"use client";

import "@/app/globals.css";
import { FailureNotice } from "@/components/site/failure-notice.client";
import { failureMessagesIn } from "@/lib/messages/failure-messages";
import { languages } from "@/lib/text/languages";

/**
 * Replaces the whole document when the root layout itself fails, as where the content store can't be read: then nobody can
 * say which publication this is, in which language and colour.
 */
export default function SiteFailure({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>{languages.map((language) => failureMessagesIn(language).title).join(" · ")}</title>
        <main>
          {languages.map((language) => (
            <FailureNotice key={language} language={language} retry={retry} />
          ))}
        </main>
      </body>
    </html>
  );
}
