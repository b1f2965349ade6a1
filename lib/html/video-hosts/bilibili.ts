import { inPath, isOn, startParameter, type VideoHost } from "@/lib/html/video-hosts/video-host";

const frameOrigin = "https://player.bilibili.com";

/** Videos have an old number (`av170001`) and a newer name (`BV17x411w7KC`); a part follows behind `-`. */
export const bilibili: VideoHost = {
  key: "bilibili",
  name: "哔哩哔哩",
  idPattern: /^(?:BV[0-9A-Za-z]{10}|av\d{1,16})(?:-\d{1,4})?$/,
  frameOrigin,
  referrerPolicy: "no-referrer",
  findId(url) {
    if (!isOn(url, "bilibili.com") && !isOn(url, "hdslb.com")) return undefined;
    const { searchParams } = url;
    const number = searchParams.get("aid") ?? undefined;
    const id =
      inPath(url, /^\/(?:s\/)?video\/(BV[0-9A-Za-z]{10}|av\d+)/) ??
      // A share code may carry `bvid=` and leave it empty.
      (searchParams.get("bvid") || (number === undefined ? undefined : `av${number}`));
    const part = searchParams.get("p") ?? searchParams.get("page");
    return id && part !== null && /^\d+$/.test(part) && Number(part) > 1 ? `${id}-${part}` : id;
  },
  watchUrl(id, start) {
    const [video, part] = id.split("-");
    const address = new URL(`https://www.bilibili.com/video/${video}`);
    if (part !== undefined) address.searchParams.set("p", part);
    if (start !== undefined) address.searchParams.set("t", String(start));
    return address.href;
  },
  playerUrl(id, start) {
    const [video = "", part = "1"] = id.split("-");
    const name = video.startsWith("av") ? `aid=${video.slice(2)}` : `bvid=${video}`;
    return `${frameOrigin}/player.html?${name}&page=${part}&autoplay=1${startParameter("t", start)}`;
  },
};
