"use client";

import { FailureNotice } from "@/components/site/failure-notice.client";

export default function PageFailure({ retry }: { error: unknown; retry: () => void }) {
  return <FailureNotice retry={retry} />;
}
