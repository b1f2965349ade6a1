/** What a frame of giscus tells its page; only what the page has use for. */
interface GiscusMessage {
  /** CSS pixels. */
  resizeHeight?: number;
  signOut?: boolean;
  error?: boolean;
}

/** In CSS pixels; a frame can't make a page longer than that. */
const highest = 100_000;

/** @param data as it was posted */
export function readMessage(data: unknown): GiscusMessage {
  if (typeof data !== "object" || data === null || !("giscus" in data)) return {};
  const { giscus } = data;
  if (typeof giscus !== "object" || giscus === null) return {};
  return {
    ...("resizeHeight" in giscus && typeof giscus.resizeHeight === "number"
      ? { resizeHeight: Math.min(Math.max(0, giscus.resizeHeight), highest) }
      : {}),
    signOut: "signOut" in giscus && giscus.signOut === true,
    // Such as "Discussion not found", which is one that nobody has written in yet, and needs nothing.
    error: "error" in giscus && /credentials|state/i.test(String(giscus.error)),
  };
}
