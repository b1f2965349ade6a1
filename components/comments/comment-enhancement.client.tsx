"use client";

import { useEffect, useRef } from "react";

/**
 * Brings the comments around it to life: the markup is the server's, and everything in it works without this. Shows
 * nothing itself. The scripts are fetched by pages that have comments alone; an import at the head of the file would put
 * them into every page's.
 */
export function CommentEnhancement() {
  const marker = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const section = marker.current?.closest("section");
    if (!section) return;
    let isHere = true;
    let leave = () => {};
    import("@/components/comments/enhance-comments.client").then(
      ({ enhanceComments }) => {
        if (isHere) leave = enhanceComments(section);
      },
      // The page was kept from an older build, or the connection is gone: forms work as they are.
      (reason: unknown) => console.warn("comments go on without a script", reason),
    );
    return () => {
      isHere = false;
      leave();
    };
  }, []);
  return <span ref={marker} hidden />;
}
