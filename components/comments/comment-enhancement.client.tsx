"use client";

import { useEffect, useRef } from "react";
import { enhanceComments } from "@/components/comments/browser/enhance-comments.client";

/**
 * Brings the comments around it to life: the markup is the server's, and everything in it works without this. Shows
 * nothing itself.
 */
export function CommentEnhancement() {
  const marker = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const section = marker.current?.closest("section");
    return section ? enhanceComments(section) : undefined;
  }, []);
  return <span ref={marker} hidden />;
}
