"use client";

import { useEffect, useRef } from "react";
import { enhanceGiscus } from "@/components/comments/browser/giscus/enhance-giscus.client";
import type { GiscusSettings } from "@/lib/site/comment-settings";

interface GiscusFrameProps {
  repository: GiscusSettings;
  /** Names the discussion. */
  term: string;
  /** As giscus names it. */
  language: string;
  /** What the frame is, and what the button that loads it says. */
  title: string;
  label: string;
}

/** The place of a discussion, and the button that loads it. */
export function GiscusFrame({ repository, term, language, title, label }: GiscusFrameProps) {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for the place, whose discussion stays the same
  useEffect(() => {
    if (place.current)
      return enhanceGiscus(place.current, { ...repository, term, language, title });
  }, []);
  return (
    <div ref={place} className="comments-giscus">
      <button type="button" className="button">
        {label}
      </button>
    </div>
  );
}
