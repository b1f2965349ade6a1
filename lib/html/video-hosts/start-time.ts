/** Where in a video an address points to, in seconds: `start=90`, `t=1m30s`, `#t=90s`. */
export function findStart(url: URL): number | undefined {
  const fragment = /^#t=([\dhms]+)$/.exec(url.hash)?.[1];
  const written = url.searchParams.get("start") ?? url.searchParams.get("t") ?? fragment ?? "";
  const parts = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(written);
  if (!parts) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  const start = hours * 3600 + minutes * 60 + seconds;
  return isStart(start) ? start : undefined;
}

/** A whole number of seconds behind the beginning, within a day and a half. */
export function isStart(seconds: number): boolean {
  return Number.isInteger(seconds) && seconds > 0 && seconds <= 129_600;
}
