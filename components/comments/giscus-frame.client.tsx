"use client";

import { useEffect, useRef } from "react";
import type { GiscusSettings } from "@/lib/site/comment-settings";

interface GiscusFrameProps {
  repository: GiscusSettings;
  /** Names the discussion. */
  term: string;
  language: string;
  /** Of the button that loads it. */
  label: string;
}

/** Loads giscus when the reader has scrolled to it, or asks for it. It follows the reader's theme by itself. */
export function GiscusFrame({ repository, term, language, label }: GiscusFrameProps) {
  const place = useRef<HTMLDivElement>(null);
  const { repo, repoId, category, categoryId } = repository;

  const load = () => {
    const target = place.current;
    if (!target || target.querySelector("script")) return;
    const script = document.createElement("script");
    script.src = "https://giscus.app/client.js";
    script.async = true;
    script.crossOrigin = "anonymous";
    Object.assign(script.dataset, {
      repo,
      repoId,
      category,
      categoryId,
      mapping: "specific",
      term,
      strict: "1",
      reactionsEnabled: "1",
      emitMetadata: "0",
      inputPosition: "top",
      theme: "preferred_color_scheme",
      lang: language,
    });
    target.replaceChildren(script);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for the place; `load` reads what is current
  useEffect(() => {
    const target = place.current;
    if (!target) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        observer.disconnect();
        load();
      }
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, []);

  return (
    <div ref={place} className="giscus comments-giscus">
      <button type="button" className="button" onClick={load}>
        {label}
      </button>
    </div>
  );
}
