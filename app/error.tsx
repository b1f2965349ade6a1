"use client";

import { useSyncExternalStore } from "react";
import { FailureNotice } from "@/components/site/failure-notice.client";
import { languageOfDocument } from "@/lib/text/languages";

export default function PageFailure({ retry }: { error: unknown; retry: () => void }) {
  // The layout around it has been rendered in the publication's language; nothing can be asked for here.
  const language = useSyncExternalStore(
    () => () => {},
    () => languageOfDocument(document),
    () => "en" as const,
  );
  return <FailureNotice language={language} retry={retry} />;
}
