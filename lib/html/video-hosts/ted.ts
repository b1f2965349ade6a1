import { inPath, isOn, type VideoHost } from "@/lib/html/video-hosts/video-host";

const frameOrigin = "https://embed.ted.com";

/** A talk is called by its words; the language of its subtitles may stand before them. */
export const ted: VideoHost = {
  key: "ted",
  name: "TED",
  idPattern: /^(?:lang\/[a-z]{2,3}(?:-[a-z]{2,4})?\/)?[a-z0-9_]{3,150}$/,
  frameOrigin,
  referrerPolicy: "no-referrer",
  findId(url) {
    if (!isOn(url, "ted.com")) return undefined;
    const id = inPath(url, /^\/talks\/((?:lang\/[a-z-]+\/)?[a-z0-9_]+)(?:\.html)?\/?$/i);
    const language = url.searchParams.get("language");
    const found = id?.toLowerCase();
    return found === undefined || language === null || found.startsWith("lang/")
      ? found
      : `lang/${language.toLowerCase()}/${found}`;
  },
  watchUrl(id) {
    const [, language, talk] = /^lang\/([^/]+)\/(.+)$/.exec(id) ?? [];
    return language === undefined
      ? `https://www.ted.com/talks/${id}`
      : `https://www.ted.com/talks/${talk}?language=${language}`;
  },
  playerUrl: (id) => `${frameOrigin}/talks/${id}`,
};
