"use client";

import "@/app/globals.css";
import { AccentSheet } from "@/components/site/accent-sheet";
import { FailureNotice } from "@/components/site/failure-notice.client";
import { failureMessages } from "@/lib/messages/failure-messages";
import { settings } from "@/lib/settings";

/** Replaces the whole document when the root layout itself fails. */
export default function SiteFailure({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang={settings.language}>
      <body>
        <AccentSheet accent={settings.accent} />
        <title>{failureMessages.title}</title>
        <main>
          <FailureNotice retry={retry} />
        </main>
      </body>
    </html>
  );
}
