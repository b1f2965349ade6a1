import { inPath, isOn, type VideoHost } from "@/lib/html/video-hosts/video-host";

const frameOrigin = "https://player.vimeo.com";

/** An unlisted video has a second part, without which it doesn't play: `76979871/8272103f6e`. */
export const vimeo: VideoHost = {
  key: "vimeo",
  name: "Vimeo",
  idPattern: /^\d{4,12}(?:\/[0-9a-f]{6,16})?$/,
  frameOrigin,
  // A video may be limited to the sites that its owner names.
  referrerPolicy: "strict-origin",
  findId(url) {
    if (!isOn(url, "vimeo.com")) return undefined;
    const id =
      inPath(url, /^\/video\/(\d+)/) ??
      inPath(url, /^\/(?:channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?(\d+(?:\/[0-9a-f]+)?)\/?$/);
    const secret = url.searchParams.get("h");
    return id === undefined || secret === null ? id : `${id}/${secret}`;
  },
  watchUrl: (id, start) => `https://vimeo.com/${id}${fragment(start)}`,
  playerUrl(id, start) {
    const [number = "", secret] = id.split("/");
    const unlisted = secret === undefined ? "" : `&h=${secret}`;
    return `${frameOrigin}/video/${number}?autoplay=1&dnt=1${unlisted}${fragment(start)}`;
  },
};

function fragment(start: number | undefined): string {
  return start === undefined ? "" : `#t=${start}s`;
}
