import { inPath, isOn, type VideoHost } from "@/lib/html/video-hosts/video-host";

const frameOrigin = "https://player.youku.com";

export const youku: VideoHost = {
  key: "youku",
  name: "优酷",
  idPattern: /^X[\w-]{6,40}={0,2}$/,
  frameOrigin,
  referrerPolicy: "no-referrer",
  findId(url) {
    if (!isOn(url, "youku.com")) return undefined;
    return inPath(url, /^\/(?:embed\/|player\.php\/(?:.*\/)?sid\/|v_show\/id_)(X[\w-]+={0,2})/);
  },
  watchUrl: (id) => `https://v.youku.com/v_show/id_${id}.html`,
  playerUrl: (id) => `${frameOrigin}/embed/${id}`,
};
