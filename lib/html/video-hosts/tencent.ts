import { inPath, isOn, type VideoHost } from "@/lib/html/video-hosts/video-host";

const frameOrigin = "https://v.qq.com";

export const tencent: VideoHost = {
  key: "tencent",
  name: "腾讯视频",
  idPattern: /^[a-z0-9]{10,12}$/,
  frameOrigin,
  referrerPolicy: "no-referrer",
  findId(url) {
    const isPlayer = ["v.qq.com", "m.v.qq.com", "video.qq.com", "imgcache.qq.com"].some((domain) =>
      isOn(url, domain),
    );
    if (!isPlayer) return undefined;
    return (
      url.searchParams.get("vid") ??
      inPath(url, /^\/x\/(?:page|m\/play)\/([a-z0-9]+)/) ??
      inPath(url, /^\/x\/cover\/[a-z0-9]+\/([a-z0-9]+)/)
    );
  },
  watchUrl: (id) => `https://v.qq.com/x/page/${id}.html`,
  playerUrl: (id) => `${frameOrigin}/txp/iframe/player.html?vid=${id}&autoplay=true`,
};
