"use client";

import { useEffect, useRef } from "react";
import { openGiscus } from "@/components/comments/browser/giscus/open-giscus.client";
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

/** Loads giscus when the reader has scrolled to it, asks for it, or comes back from signing in. */
export function GiscusFrame({ repository, term, language, title, label }: GiscusFrameProps) {
  const place = useRef<HTMLDivElement>(null);
  const leave = useRef(new AbortController());

  const open = () => {
    const target = place.current;
    if (!target || target.querySelector("iframe")) return;
    openGiscus(target, { ...repository, term, language, title }, leave.current.signal);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for the place; `open` reads what is current
  useEffect(() => {
    const target = place.current;
    if (!target) return;
    leave.current = new AbortController();
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) open();
    });
    observer.observe(target);
    if (new URL(location.href).searchParams.has("giscus")) open();
    return () => {
      observer.disconnect();
      leave.current.abort();
    };
  }, []);

  return (
    <div ref={place} className="comments-giscus">
      <button type="button" className="button" onClick={open}>
        {label}
      </button>
    </div>
  );
}
