const steps = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** "3 hours ago" in a language. @param seconds since then */
export function createAgo(locale: string): (seconds: number) => string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  return (seconds) => {
    for (const [unit, length] of steps) {
      if (seconds >= length) return format.format(-Math.floor(seconds / length), unit);
    }
    return format.format(0, "second");
  };
}
