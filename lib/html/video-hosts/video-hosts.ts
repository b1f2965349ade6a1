import { bilibili } from "@/lib/html/video-hosts/bilibili";
import { dailymotion } from "@/lib/html/video-hosts/dailymotion";
import { facebook } from "@/lib/html/video-hosts/facebook";
import { findStart, isStart } from "@/lib/html/video-hosts/start-time";
import { ted } from "@/lib/html/video-hosts/ted";
import { tencent } from "@/lib/html/video-hosts/tencent";
import type { VideoHost } from "@/lib/html/video-hosts/video-host";
import { vimeo } from "@/lib/html/video-hosts/vimeo";
import { youku } from "@/lib/html/video-hosts/youku";
import { youtube } from "@/lib/html/video-hosts/youtube";

/** Every host whose videos play in place; all others become a link. Runs in the browser too. */
export const videoHosts: readonly VideoHost[] = [
  youtube,
  vimeo,
  bilibili,
  dailymotion,
  youku,
  tencent,
  facebook,
  ted,
];

export interface Video {
  host: VideoHost;
  id: string;
  /** Where it begins, in seconds. */
  start?: number;
  /** Filmed upright, for phones. */
  isPortrait: boolean;
}

/** The video that a web address leads to, be it the address of its page or of its player. */
export function findVideo(address: string): Video | undefined {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  for (const host of videoHosts) {
    const id = host.findId(url);
    if (id === undefined || !host.idPattern.test(id)) continue;
    const start = findStart(url);
    return {
      host,
      id,
      ...(start === undefined ? {} : { start }),
      isPortrait: /\/(?:shorts|reel)\//.test(address),
    };
  }
  return undefined;
}

/** The video that the `data-video-…` attributes of a still name, if each of them is in order. */
export function readVideo(
  attributes: Readonly<Record<"videoHost" | "videoId" | "videoStart", string | undefined>>,
): Omit<Video, "isPortrait"> | undefined {
  const host = videoHosts.find(({ key }) => key === attributes.videoHost);
  const id = attributes.videoId ?? "";
  if (!host?.idPattern.test(id)) return undefined;
  const start = Number(attributes.videoStart);
  return { host, id, ...(isStart(start) ? { start } : {}) };
}
