import { inPath, isOn, type VideoHost } from "@/lib/html/video-hosts/video-host";

const frameOrigin = "https://www.facebook.com";

const watchUrl = (id: string) => `https://www.facebook.com/watch/?v=${id}`;

export const facebook: VideoHost = {
  key: "facebook",
  name: "Facebook",
  idPattern: /^\d{5,20}$/,
  frameOrigin,
  referrerPolicy: "no-referrer",
  findId(url) {
    if (!isOn(url, "facebook.com")) return undefined;
    if (url.pathname !== "/plugins/video.php") return idOf(url);
    const href = url.searchParams.get("href") ?? "";
    if (!URL.canParse(href)) return undefined;
    const video = new URL(href);
    return isOn(video, "facebook.com") ? idOf(video) : undefined;
  },
  watchUrl,
  playerUrl: (id) =>
    `${frameOrigin}/plugins/video.php?href=${encodeURIComponent(watchUrl(id))}&autoplay=true`,
};

function idOf(url: URL): string | undefined {
  if (/^\/(?:watch\/?|video\.php)$/.test(url.pathname)) {
    return url.searchParams.get("v") ?? undefined;
  }
  return inPath(url, /^\/(?:[^/]+\/videos\/(?:[^/]+\/)?|reel\/)(\d+)\/?$/);
}
