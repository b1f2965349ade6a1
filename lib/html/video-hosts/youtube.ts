import { inPath, isOn, startParameter, type VideoHost } from "@/lib/html/video-hosts/video-host";

const frameOrigin = "https://www.youtube-nocookie.com";

export const youtube: VideoHost = {
  key: "youtube",
  name: "YouTube",
  // Two words of eleven letters stand where an id would: a playlist's player and a channel's stream.
  idPattern: /^(?!videoseries$|live_stream$)[\w-]{11}$/,
  frameOrigin,
  // Without any referrer the player refuses with "error 153".
  referrerPolicy: "strict-origin",
  findId(url) {
    if (url.hostname === "youtu.be") return inPath(url, /^\/([\w-]{11})(?:[/&]|$)/);
    if (!isOn(url, "youtube.com") && !isOn(url, "youtube-nocookie.com")) return undefined;
    return (
      inPath(url, /^\/(?:embed|v|e|shorts|live)\/([\w-]{11})(?:[/&]|$)/) ??
      (url.pathname === "/watch" ? (url.searchParams.get("v") ?? undefined) : undefined)
    );
  },
  watchUrl: (id, start) => `https://www.youtube.com/watch?v=${id}${startParameter("t", start)}`,
  playerUrl: (id, start) =>
    `${frameOrigin}/embed/${id}?autoplay=1${startParameter("start", start)}`,
};
