import { notFound } from "next/navigation";
import { Suspense } from "react";
import { NotFoundNotice } from "@/components/site/not-found-notice";

/**
 * What a page returns when there is nothing at its address: status 404, and the notice in the markup itself. Calling
 * `notFound()` outside of Suspense gives the same status but an empty document that only a script can fill
 * (vercel/next.js issue 62228).
 */
export function NotFoundPage() {
  return (
    <Suspense fallback={<NotFoundNotice />}>
      <Nothing />
    </Suspense>
  );
}

function Nothing(): never {
  notFound();
}
