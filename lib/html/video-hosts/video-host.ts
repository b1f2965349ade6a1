/** A site whose videos can be played inside of a page. One file for each, listed in `video-hosts.ts`. */
export interface VideoHost {
  /** Stands in `data-video-host`. */
  key: string;
  /** As the host writes it. */
  name: string;
  /** All that an id may be: nothing else ever gets into an address. */
  idPattern: RegExp;
  /** Where the player lives; `lib/security/frame-origins.mjs` must list it too. */
  frameOrigin: string;
  /** How much the player has to learn of the page around it in order to play at all. */
  referrerPolicy: "no-referrer" | "strict-origin";
  /** The id that an address on this host names, not checked yet. */
  findId(url: URL): string | undefined;
  /** The page of a video, for readers without JavaScript. */
  watchUrl(id: string, start?: number): string;
  /** The player, which is to begin by itself: its reader has just asked for it. */
  playerUrl(id: string, start?: number): string;
}

/** Whether an address is on a domain or on a part of it (`m.`, `www.`, `player.`). */
export function isOn(url: URL, domain: string): boolean {
  return url.hostname === domain || url.hostname.endsWith(`.${domain}`);
}

/** The first piece of a path that a pattern's group catches. */
export function inPath(url: URL, pattern: RegExp): string | undefined {
  return pattern.exec(url.pathname)?.[1];
}

/** `&name=seconds`, or nothing at the beginning of a video. */
export function startParameter(name: string, start: number | undefined): string {
  return start === undefined ? "" : `&${name}=${start}`;
}
