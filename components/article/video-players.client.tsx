"use client";

import { useEffect } from "react";
import { enhanceStills, type VideoPlayerLabels } from "@/components/article/video-stills.client";

/** Lets the stills of an article play in place; shows nothing itself. */
export function VideoPlayers({ labels }: { labels: VideoPlayerLabels }) {
  useEffect(() => enhanceStills(document, labels), [labels]);
  return null;
}
