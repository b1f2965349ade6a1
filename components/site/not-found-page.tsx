import { notFound } from "next/navigation";
import { Suspense } from "react";
import { NotFoundNotice } from "@/components/site/not-found-notice";
import { findSite } from "@/lib/queries/settings";

/**
 * What a page returns when there is nothing at its address: status 404, and the notice in the markup itself. Calling
 * `notFound()` outside of Suspense gives the same status but an empty document that only a script can fill
 * (vercel/next.js issue 62228).
 */
export async function NotFoundPage() {
  const { messages } = await findSite();
  return (
    // What stands in for it must be there at once.
    <Suspense fallback={<NotFoundNotice words={messages.notFound} />}>
      <Nothing />
    </Suspense>
  );
}

function Nothing(): never {
  notFound();
}
