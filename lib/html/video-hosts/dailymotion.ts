import { inPath, isOn, startParameter, type VideoHost } from "@/lib/html/video-hosts/video-host";

const frameOrigin = "https://geo.dailymotion.com";

export const dailymotion: VideoHost = {
  key: "dailymotion",
  name: "Dailymotion",
  idPattern: /^[a-z0-9]{5,20}$/i,
  frameOrigin,
  referrerPolicy: "no-referrer",
  findId(url) {
    if (url.hostname === "dai.ly") return inPath(url, /^\/([a-z0-9]+)/i);
    if (!isOn(url, "dailymotion.com")) return undefined;
    return (
      inPath(url, /^\/(?:embed\/|swf\/)?video\/([a-z0-9]+)/i) ??
      (url.pathname.startsWith("/player")
        ? (url.searchParams.get("video") ?? undefined)
        : undefined)
    );
  },
  watchUrl: (id, start) =>
    `https://www.dailymotion.com/video/${id}${start === undefined ? "" : `?start=${start}`}`,
  playerUrl: (id, start) =>
    `${frameOrigin}/player.html?video=${id}${startParameter("startTime", start)}`,
};
